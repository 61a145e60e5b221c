package cn.xingheng.match;

import java.io.IOException;
import java.io.InputStream;

/**
 * 「数据源」 Cuts a stream of RFC 4180 records into chunks that end where a record ends.
 *
 * <p>Where the cuts fall changes nothing in what is read. A leading byte order mark is left out. Of a line that does
 * not fit
 * into a chunk, the beginning is kept, more than a record may hold, so that it is seen to be too long; the rest is
 * skipped.
 */
final class ChunkSource {
  /** Twice what a record may hold, so that a cut is found in every full chunk, or a line that is too long. */
  static final int LEAST_CAPACITY = 2 * Limits.RECORD;

  private final InputStream in;
  private final int capacity;
  private final byte[] carried;
  private int carriedBytes;
  private long bytesRead;

  /**
   * Cuts what is left of a stream.
   *
   * @param from how many bytes stood before; records may begin there
   */
  ChunkSource(InputStream in, int capacity, long from) {
    if (capacity < LEAST_CAPACITY) {
      throw new IllegalArgumentException("chunk of " + capacity + " bytes, least is " + LEAST_CAPACITY);
    }
    this.in = in;
    this.capacity = capacity;
    this.carried = new byte[capacity];
    this.bytesRead = from;
  }

  Chunk newChunk() {
    return new Chunk(capacity);
  }

  /** How many bytes the chunks so far have taken, and what stood before. */
  long bytesPassed() {
    return bytesRead - carriedBytes;
  }

  /** Fills the chunk with the next records; false when there are none. */
  boolean fill(Chunk chunk) throws IOException {
    byte[] bytes = chunk.bytes;
    boolean first = bytesRead == 0;
    System.arraycopy(carried, 0, bytes, 0, carriedBytes);
    int got = in.readNBytes(bytes, carriedBytes, capacity - carriedBytes);
    int have = carriedBytes + got;
    bytesRead += got;
    carriedBytes = 0;
    chunk.from = first && startsWithMark(bytes, have) ? 3 : 0;
    if (have < capacity) {
      chunk.to = closeLine(bytes, have);
      return have > chunk.from;
    }
    int cut = lastRecordEnd(bytes, chunk.from, have);
    if (cut == chunk.from) {
      skipLine();
      chunk.to = closeLine(bytes, have);
    } else {
      carriedBytes = have - cut;
      System.arraycopy(bytes, cut, carried, 0, carriedBytes);
      chunk.to = cut;
    }
    return true;
  }

  private static boolean startsWithMark(byte[] bytes, int have) {
    return have >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
  }

  private static int closeLine(byte[] bytes, int have) {
    if (have > 0 && bytes[have - 1] == '\n') {
      return have;
    }
    bytes[have] = '\n';
    return have + 1;
  }

  /** The place after the last record that surely ends in these bytes; {@code from} when none does. */
  private static int lastRecordEnd(byte[] bytes, int from, int to) {
    if (!Words.contains(bytes, (byte) '"', from, to)) {
      int at = to;
      while (at > from && bytes[at - 1] != '\n') {
        at--;
      }
      return at;
    }
    int end = from;
    while (true) {
      int next = Rfc4180.recordEnd(bytes, end, to);
      if (next == Rfc4180.FAULTY) {
        next = indexOf(bytes, (byte) '\n', end, to) + 1;
      }
      if (next <= end) {
        return end;
      }
      end = next;
    }
  }

  static int indexOf(byte[] bytes, byte wanted, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  private void skipLine() throws IOException {
    while (true) {
      int got = in.readNBytes(carried, 0, capacity);
      bytesRead += got;
      int end = indexOf(carried, (byte) '\n', 0, got);
      if (end >= 0) {
        carriedBytes = got - end - 1;
        System.arraycopy(carried, end + 1, carried, 0, carriedBytes);
        return;
      }
      if (got == 0) {
        return;
      }
    }
  }
}
