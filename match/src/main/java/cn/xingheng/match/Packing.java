package cn.xingheng.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * 「压缩与格式」 How files are unpacked and packed on their way, told by the endings of their names; where libraries come
 * in.
 *
 * <p>Here only what the JDK can do. Another packing takes over its own endings and leaves the others to {@link #GZIP}.
 * A file may also hold a table in a format of its own: it is read as the CSV that it would be.
 */
public interface Packing {
  /** {@code .gz}; everything else as it is. */
  Packing GZIP = new Packing() {
    private static final int BUFFER = 1 << 16;

    @Override
    public boolean packs(Path file) {
      return file.toString().endsWith(".gz");
    }

    @Override
    public InputStream unpacked(Path file, InputStream bytes) throws IOException {
      return packs(file) ? new GZIPInputStream(bytes, BUFFER) : bytes;
    }

    @Override
    public OutputStream packed(Path file, OutputStream bytes) throws IOException {
      return packs(file) ? new GZIPOutputStream(bytes, BUFFER) : bytes;
    }
  };

  /** Whether files of this name are packed. */
  boolean packs(Path file);

  /** What the bytes of this file say when unpacked. */
  InputStream unpacked(Path file, InputStream bytes) throws IOException;

  /** Takes what is to stand in this file, and gives on the bytes; closing it closes both. */
  OutputStream packed(Path file, OutputStream bytes) throws IOException;

  /** Whether files of this name hold a table, which is not read from its beginning to its end; they are packed too. */
  default boolean isTable(Path file) {
    return false;
  }

  /**
   * What a table says, as CSV with a header.
   *
   * @param columns those that are wanted
   * @param heard is told how many more bytes of the file have been read, each time
   * @throws UnusableInput when the table cannot be read, or lacks one of the columns
   */
  default InputStream rows(Path file, List<String> columns, LongConsumer heard) throws IOException {
    throw new IllegalArgumentException("no table: " + file);
  }
}
