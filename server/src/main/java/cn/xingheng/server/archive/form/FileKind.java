package cn.xingheng.server.archive.form;

import java.io.IOException;
import java.io.InputStream;

/** What a file is by its content, whatever its name says. */
enum FileKind {
  WORKBOOK,
  TEXT;

  private static final int LOOKED_AT = 8_192;

  static FileKind of(Content content, FormRules.Limits limits) throws IOException, FileRefused {
    long size = content.size();
    if (size == 0) {
      throw new FileRefused(FormProblem.FILE_EMPTY);
    }
    if (size > limits.bytes()) {
      throw new FileRefused(FormProblem.FILE_TOO_BIG, megabytes(limits.bytes()));
    }
    byte[] head;
    try (InputStream in = content.open()) {
      head = in.readNBytes(LOOKED_AT);
    }
    if (startsWith(head, 'P', 'K', 3, 4)) {
      return WORKBOOK;
    }
    if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new FileRefused(FormProblem.FILE_OLD_XLS);
    }
    if ((!wide(head) && holdsZero(head)) || startsWith(head, '<') || startsWith(head, '%', 'P', 'D', 'F')) {
      throw new FileRefused(FormProblem.FILE_NOT_SPREADSHEET);
    }
    return TEXT;
  }

  /** Whether a text begins with the mark of UTF-16, as spreadsheet programs save "Unicode text". */
  private static boolean wide(byte[] head) {
    return startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF);
  }

  static boolean startsWith(byte[] head, int... start) {
    if (head.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((head[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Rounded up, as a text. */
  static String megabytes(long bytes) {
    return Long.toString((bytes + (1 << 20) - 1) >> 20);
  }

  private static boolean holdsZero(byte[] head) {
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }
}
