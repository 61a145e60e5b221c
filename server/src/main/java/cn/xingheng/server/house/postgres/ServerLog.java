package cn.xingheng.server.house.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** What the server says, in a file of its own that is put aside at a start when it has grown large. */
record ServerLog(Path file) {
  private static final long LARGE = 10L << 20;
  private static final int KEPT = 3;
  private static final int LAST_BYTES = 16 << 10;
  private static final int LAST_LINES = 15;

  /** Before a server starts: a running one would go on writing into the file that was put aside. */
  void ready() throws IOException {
    if (Files.exists(file) && Files.size(file) > LARGE) {
      for (int i = KEPT - 1; i >= 1; i--) {
        if (Files.exists(aside(i))) {
          Files.move(aside(i), aside(i + 1), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Files.move(file, aside(1), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(file)) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** The last lines that were written at or after this place. */
  String lastWords(long from) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      long begin = Math.max(Math.min(from, open.length()), open.length() - LAST_BYTES);
      byte[] bytes = new byte[(int) (open.length() - begin)];
      open.seek(begin);
      open.readFully(bytes);
      String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
      int first = Math.max(0, lines.length - 1 - LAST_LINES);
      return String.join("\n", Arrays.asList(lines).subList(first, lines.length));
    }
  }

  private Path aside(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }
}
