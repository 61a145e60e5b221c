package cn.xingheng.match;

import java.io.IOException;
import java.io.InputStream;

/**
 * 「记录起点」 Where records begin in the middle of a file: surely, when one beginning is known, or as a good guess.
 *
 * <p>A line feed ends a record unless it stands in quotes, and whether it does depends on all that stands before. So
 * a guess must be checked against where the records before it end; see {@link SplitChain}.
 */
final class RecordStart {
  private static final int WINDOW = 1 << 16;
  /** What is read of a record at most, its line end included. */
  private static final int REACH = Limits.RECORD + 2;

  private final RecordCursor record;
  private final byte[] bytes = new byte[WINDOW + 1 + Chunk.SLACK];

  RecordStart(Columns columns) {
    record = new RecordCursor(columns.count());
  }

  /** The place after the record that begins here, in bytes that end with a line feed. */
  static int after(byte[] bytes, int from, int to) {
    int end = Rfc4180.recordEnd(bytes, from, to);
    return end >= 0 ? end : ChunkSource.indexOf(bytes, (byte) '\n', from, to) + 1;
  }

  /** Where the first record of a chunk begins that begins at this place or behind it; the chunk's end if none does. */
  static int firstFrom(Chunk chunk, int place) {
    int at = chunk.from;
    while (at < chunk.to && at < place) {
      at = after(chunk.bytes, at, chunk.to);
    }
    return at;
  }

  /**
   * Guesses where the first record begins behind the first byte of the stream.
   *
   * <p>It is the first place behind a line feed from which records without a fault in their quotes lead to one of as
   * many fields as the header has.
   *
   * @return bytes of the stream before it; all bytes when no record follows
   */
  long guess(InputStream in) throws IOException {
    long passed = 0;
    int have = in.readNBytes(bytes, 0, WINDOW);
    int feed = ChunkSource.indexOf(bytes, (byte) '\n', 0, have);
    while (feed < 0 && have == WINDOW) {
      passed += have;
      have = in.readNBytes(bytes, 0, WINDOW);
      feed = ChunkSource.indexOf(bytes, (byte) '\n', 0, have);
    }
    if (feed < 0) {
      return passed + have;
    }
    int rest = have - feed - 1;
    System.arraycopy(bytes, feed + 1, bytes, 0, rest);
    int more = in.readNBytes(bytes, rest, WINDOW - rest);
    return passed + feed + 1 + likely(rest + more);
  }

  /** The likeliest beginning of a record in so many bytes that follow a line feed. */
  private int likely(int have) {
    int to = have;
    if (have < WINDOW && have > 0 && bytes[have - 1] != '\n') {
      bytes[to++] = '\n';
    }
    int candidate = 0;
    int at = 0;
    while (at < to && (have < WINDOW || at < to - REACH)) {
      int end = Rfc4180.recordEnd(bytes, at, to);
      if (end < 0) {
        candidate = Math.min(after(bytes, at, to), have);
        at = candidate;
        if (at == 0) {
          return 0;
        }
      } else if (isWhole(at, end)) {
        return candidate;
      } else {
        at = end;
      }
    }
    return candidate;
  }

  private boolean isWhole(int from, int to) {
    record.open(bytes, from, to);
    return record.next() && record.fault() == null;
  }
}
