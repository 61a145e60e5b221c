package cn.xingheng.server.claims.bulk;

import cn.xingheng.server.house.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a file of claim lines is, told by how it begins; its name must not say otherwise. */
enum FileKind {
  PLAIN(".csv"),
  GZIP(".gz", 0x1F, 0x8B),
  ZSTD(".zst", 0x28, 0xB5, 0x2F, 0xFD),
  PARQUET(".parquet", 'P', 'A', 'R', '1'),
  /** A workbook, or another archive: not taken. */
  ZIP(".zip", 'P', 'K', 3, 4),
  OLD_WORKBOOK(".xls", 0xD0, 0xCF, 0x11, 0xE0);

  private final String ending;
  private final int[] magic;

  FileKind(String ending, int... magic) {
    this.ending = ending;
    this.magic = magic;
  }

  /** What begins with these bytes. */
  static FileKind of(byte[] head, int length) {
    return Arrays.stream(values()).filter(kind -> kind != PLAIN && kind.begins(head, length)).findFirst().orElse(PLAIN);
  }

  /** What stands in a file. */
  static FileKind of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(Long.BYTES);
      return of(head, head.length);
    }
  }

  private boolean begins(byte[] head, int length) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= length || (head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** How names of such files end. */
  String ending() {
    return ending;
  }

  /**
   * Refuses what is not taken, and a name that says another packing than there is; it may say none.
   *
   * @throws Problem 422
   */
  void check(String name) {
    if (this == ZIP || this == OLD_WORKBOOK) {
      throw Problem.of(422, "settlement.trouble.kind", name);
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (Arrays.stream(values()).anyMatch(kind -> kind != this && kind != PLAIN && lower.endsWith(kind.ending))) {
      throw Problem.of(422, "settlement.trouble.ending", name, ending);
    }
  }
}
