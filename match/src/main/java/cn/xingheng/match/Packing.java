package cn.xingheng.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * 「压缩」 How files are unpacked and packed on their way, told by the endings of their names; where libraries come in.
 *
 * <p>Here only what the JDK can do. Another packing takes over its own endings and leaves the others to {@link #GZIP}.
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
}
