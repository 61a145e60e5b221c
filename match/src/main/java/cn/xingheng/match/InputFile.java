package cn.xingheng.match;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** 「输入文件」 A file while it is read as CSV, whatever its format; notices when somebody is still writing it. */
final class InputFile implements AutoCloseable {
  private final Path file;
  private final boolean packed;
  private final long size;
  private final InputStream text;
  private long bytesRead;

  /**
   * Opens a file.
   *
   * @param columns those that are wanted, should it be a table
   */
  InputFile(Path file, Packing packing, List<String> columns) throws IOException {
    this.file = file;
    this.packed = packing.packs(file);
    this.size = Files.isRegularFile(file) ? Files.size(file) : -1;
    this.text = packing.isTable(file) ? rows(packing, columns) : stream(packing);
  }

  private InputStream rows(Packing packing, List<String> columns) throws IOException {
    if (size < 0) {
      throw new UnusableInput(file.toString(), "a table cannot come through a pipe 此格式不能经管道读取",
          "write it to a file first.");
    }
    return packing.rows(file, columns, more -> bytesRead += more);
  }

  private InputStream stream(Packing packing) throws IOException {
    Counted raw = new Counted(Files.newInputStream(file));
    try {
      return packed ? new Unpacked(packing.unpacked(file, raw)) : raw;
    } catch (IOException damaged) {
      raw.close();
      throw notUnpacked(damaged);
    }
  }

  /** What the file says. */
  InputStream text() {
    return text;
  }

  /** The size of the file as it lies there; -1 for a pipe. */
  long size() {
    return size;
  }

  /** How many bytes of the file have been read. */
  long bytesRead() {
    return bytesRead;
  }

  /** Refuses a file that is no longer what it was when it was opened; called when all of it has been read. */
  void checkUnchanged() throws IOException {
    if (size >= 0 && (Files.size(file) != size || (!packed && bytesRead != size))) {
      throw new UnusableInput(file.toString(), "changed while it was read 读取期间文件被改动",
          "another program was still writing it: run again when it is done.");
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private UnusableInput notUnpacked(IOException damaged) {
    return new UnusableInput(file.toString(), "cannot be unpacked 无法解压: " + damaged.getMessage(),
        "it was cut on its way, or its name says another packing than it has.");
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      bytesRead += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int got = in.read(bytes, from, length);
      bytesRead += Math.max(got, 0);
      return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = in.skip(bytes);
      bytesRead += skipped;
      return skipped;
    }
  }

  /** A fault in here is one of the file, not of the disk. */
  private final class Unpacked extends FilterInputStream {
    Unpacked(InputStream in) {
      super(in);
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
        throw notUnpacked(damaged);
      }
    }
  }
}
