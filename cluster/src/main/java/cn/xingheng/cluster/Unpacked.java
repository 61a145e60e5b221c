package cn.xingheng.cluster;

import cn.xingheng.formats.Formats;
import cn.xingheng.match.Packing;
import cn.xingheng.match.UnusableInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A file of claims as CSV; a fault in a packed one is the file's, not the disk's. */
final class Unpacked extends FilterInputStream {
  static final Packing FORMATS = new Formats();

  private final String name;

  private Unpacked(String name, InputStream in) {
    super(in);
    this.name = name;
  }

  /** What the bytes of the file say. */
  static InputStream of(String name, InputStream bytes) throws IOException {
    try {
      return new Unpacked(name, FORMATS.unpacked(Path.of(name), bytes));
    } catch (IOException damaged) {
      bytes.close();
      throw unusable(name, damaged);
    }
  }

  private static UnusableInput unusable(String name, IOException damaged) {
    return new UnusableInput(name, "cannot be unpacked 无法解压: " + damaged.getMessage(),
        "it was cut on its way, or its name says another packing than it has.");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      return in.read(bytes, from, length);
    } catch (IOException damaged) {
      throw unusable(name, damaged);
    }
  }
}
