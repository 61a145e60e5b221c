package cn.xingheng.match;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32C;

/**
 * 「长整数流」 Arrays of longs to and from a channel, little-endian, a megabyte at a time, with the CRC-32C of all of them.
 */
final class Longs {
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
  private final CRC32C sum = new CRC32C();

  void write(WritableByteChannel to, long[] longs, int count) throws IOException {
    for (int from = 0; from < count; ) {
      buffer.clear();
      int some = Math.min(count - from, buffer.capacity() / Long.BYTES);
      buffer.asLongBuffer().put(longs, from, some);
      buffer.limit(some * Long.BYTES);
      sum.update(buffer.duplicate());
      while (buffer.hasRemaining()) {
        to.write(buffer);
      }
      from += some;
    }
  }

  long[] read(ReadableByteChannel from, int count) throws IOException {
    long[] longs = new long[count];
    for (int got = 0; got < count; ) {
      int some = Math.min(count - got, buffer.capacity() / Long.BYTES);
      buffer.clear().limit(some * Long.BYTES);
      fill(from, buffer);
      sum.update(buffer.flip());
      buffer.flip();
      buffer.asLongBuffer().get(longs, got, some);
      got += some;
    }
    return longs;
  }

  static void fill(ReadableByteChannel channel, ByteBuffer buffer) throws IOException {
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
