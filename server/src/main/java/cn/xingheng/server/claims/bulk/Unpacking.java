package cn.xingheng.server.claims.bulk;

import cn.xingheng.formats.Formats;
import cn.xingheng.match.UnusableInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a packed file, or a table, as CSV; tells a fault of the file from one of the disk that is written to. */
final class Unpacking implements Closeable {
  private static final Formats FORMATS = new Formats();

  private final InputStream in;

  private Unpacking(InputStream in) {
    this.in = in;
  }

  /** The file ends too early, or is not what it begins as. */
  static final class Torn extends IOException {
    private static final long serialVersionUID = 1L;

    Torn(IOException cause) {
      super(cause);
    }
  }

  /**
   * Opens a file.
   *
   * @throws UnusableInput when a table lacks a column
   */
  static Unpacking open(Path file) throws IOException {
    if (FORMATS.isTable(file)) {
      return new Unpacking(FORMATS.rows(file, Loading.COLUMNS, read -> {}));
    }
    InputStream bytes = Files.newInputStream(file);
    try {
      return new Unpacking(FORMATS.unpacked(file, bytes));
    } catch (IOException wrong) {
      bytes.close();
      throw new Torn(wrong);
    }
  }

  /** Reads on; -1 at the end. */
  int read(byte[] buffer) throws IOException {
    try {
      return in.read(buffer);
    } catch (UnusableInput said) {
      throw said;
    } catch (IOException wrong) {
      throw new Torn(wrong);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
