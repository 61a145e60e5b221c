package cn.xingheng.app;

import cn.xingheng.match.Packing;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** 「zstd 压缩」 {@code .zst} by a library, everything else as the JDK can; see docs/decisions/0018. */
final class ZstdPacking implements Packing {
  private static boolean isZstd(Path file) {
    return file.toString().endsWith(".zst");
  }

  @Override
  public boolean packs(Path file) {
    return isZstd(file) || GZIP.packs(file);
  }

  @Override
  public InputStream unpacked(Path file, InputStream bytes) throws IOException {
    return isZstd(file) ? new ZstdInputStream(bytes) : GZIP.unpacked(file, bytes);
  }

  @Override
  public OutputStream packed(Path file, OutputStream bytes) throws IOException {
    return isZstd(file) ? new ZstdOutputStream(bytes) : GZIP.packed(file, bytes);
  }
}
