package cn.xingheng.match;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** 「拒收记录」 Rows of rejects of a split, put where they belong in those of the whole file. */
public final class RejectRows {
  private RejectRows() {}

  /** Writes the empty lines right before a split that turned out to be rejects, see {@link SplitChain}. */
  public static void empty(OutputStream to, long linesBefore, long emptyBefore) throws IOException {
    Sinks sinks = new Sinks(to, to, null, 0);
    for (long line = linesBefore - emptyBefore + 1; line <= linesBefore; line++) {
      sinks.rejectEmpty(line);
    }
  }

  /** Copies the rows of a split, adding the lines before it to the number that each begins with. */
  public static void renumber(InputStream rows, OutputStream to, long linesBefore) throws IOException {
    InputStream in = new BufferedInputStream(rows);
    for (int b = in.read(); b >= 0; b = in.read()) {
      long line = 0;
      for (; b != ','; b = in.read()) {
        line = 10 * line + digit(b);
      }
      to.write(Long.toString(line + linesBefore).getBytes(StandardCharsets.US_ASCII));
      copyRest(in, to);
    }
  }

  private static int digit(int b) throws IOException {
    if (b < '0' || b > '9') {
      throw new IOException("no row of rejects begins with byte " + b);
    }
    return b - '0';
  }

  /** Copies from the first comma to the line feed that no quotes enclose. */
  private static void copyRest(InputStream in, OutputStream to) throws IOException {
    boolean quoted = false;
    int b = ',';
    while (b != '\n' || quoted) {
      if (b < 0) {
        throw new IOException("a row of rejects ends too early");
      }
      quoted ^= b == '"';
      to.write(b);
      b = in.read();
    }
    to.write(b);
  }
}
