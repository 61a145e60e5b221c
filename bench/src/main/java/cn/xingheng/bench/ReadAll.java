package cn.xingheng.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** 「预热」 Reads files once, so that every run finds them in the page cache, as far as they fit. */
final class ReadAll {
  private ReadAll() {}

  static void warm(Path... files) throws IOException {
    byte[] block = new byte[1 << 20];
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        int got = in.read(block);
        while (got >= 0) {
          got = in.read(block);
        }
      }
    }
  }
}
