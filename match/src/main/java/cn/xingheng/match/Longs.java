package cn.xingheng.match;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** 「长整数流」 Arrays of longs to and from a file, little-endian, a megabyte at a time, with the CRC-32C of all of them. */
final class Longs {
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
  private final CRC32C sum = new CRC32C();

  Longs(FileChannel channel) {
    this.channel = channel;
  }

  void write(long[] longs, int count) throws IOException {
    for (int from = 0; from < count; ) {
      buffer.clear();
      int some = Math.min(count - from, buffer.capacity() / Long.BYTES);
      buffer.asLongBuffer().put(longs, from, some);
      buffer.limit(some * Long.BYTES);
      sum.update(buffer.duplicate());
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      from += some;
    }
  }

  long[] read(int count) throws IOException {
    long[] longs = new long[count];
    for (int from = 0; from < count; ) {
      int some = Math.min(count - from, buffer.capacity() / Long.BYTES);
      buffer.clear().limit(some * Long.BYTES);
      fill(channel, buffer);
      sum.update(buffer.flip());
      buffer.flip();
      buffer.asLongBuffer().get(longs, from, some);
      from += some;
    }
    return longs;
  }

  static void fill(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the file ends too early");
      }
    }
  }

  /** Of all longs written or read so far. */
  int sum() {
    return (int) sum.getValue();
  }
}
