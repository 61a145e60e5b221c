package cn.xingheng.server.house.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A line in a file that only its owner may read, there as a whole or not at all. */
final class SmallFile {
  private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

  private SmallFile() {}

  /** The line, empty when there is no such file. */
  static String read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    Files.setPosixFilePermissions(file, PRIVATE);
    return Files.readString(file).strip();
  }

  static void write(Path file, String line) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path unfinished = file.resolveSibling(Home.UNFINISHED + file.getFileName());
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PRIVATE));
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (folder != null) {
      Home.flush(folder);
    }
  }
}
