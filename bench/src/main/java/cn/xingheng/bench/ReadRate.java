package cn.xingheng.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * 「裸读速率」 How fast two threads read a file when they do nothing else with it: half each, a megabyte at a time.
 *
 * <p>{@code ReadRate FILE} prints bytes a second, the best of three passes; the file comes from the page cache if it
 * fits.
 */
public final class ReadRate {
  private static final int THREADS = 2;
  private static final int PASSES = 3;
  private static final int BLOCK = 1 << 20;

  private ReadRate() {}

  /** Measures and prints. */
  public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
    System.out.printf("%.0f%n", bytesPerSecond(Path.of(args[0])));
  }

  static double bytesPerSecond(Path file) throws IOException, InterruptedException, ExecutionException {
    double best = 0;
    try (FileChannel channel = FileChannel.open(file); ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
      long size = channel.size();
      for (int pass = 0; pass < PASSES; pass++) {
        long start = System.nanoTime();
        List<Future<?>> parts = new ArrayList<>();
        for (int part = 0; part < THREADS; part++) {
          long from = size * part / THREADS;
          long to = size * (part + 1) / THREADS;
          parts.add(pool.submit(() -> read(channel, from, to)));
        }
        for (Future<?> part : parts) {
          part.get();
        }
        best = Math.max(best, size / ((System.nanoTime() - start) / 1e9));
      }
    }
    return best;
  }

  private static long read(FileChannel channel, long from, long to) throws IOException {
    ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
    long at = from;
    while (at < to) {
      block.clear().limit((int) Math.min(BLOCK, to - at));
      int got = channel.read(block, at);
      if (got < 0) {
        throw new IOException("the file became shorter");
      }
      at += got;
    }
    return at;
  }
}
