package cn.xingheng.match;

import java.util.Arrays;

/** 「结算编号」 The claim ids of a block, each as a hash of 128 bits with the line it stands on. */
final class ClaimIds {
  /** Two longs of hash and the line. */
  static final int WIDTH = 3;

  private long[] entries = new long[WIDTH * 1024];
  private int longs;

  void clear() {
    longs = 0;
  }

  /** Adds the id in {@code [from, to)} of the text; {@link Chunk#SLACK} bytes behind it may be read. */
  void add(byte[] text, int from, int to, int line) {
    if (longs == entries.length) {
      entries = Arrays.copyOf(entries, 2 * entries.length);
    }
    int length = to - from;
    long one = length;
    long other = ~one;
    for (int at = from; at < to; at += Long.BYTES) {
      long word = Words.at(text, at, Math.min(to - at, Long.BYTES));
      one = mixed((one ^ word) * 0x9E3779B97F4A7C15L);
      other = mixed((other + word) * 0xC2B2AE3D27D4EB4FL);
    }
    entries[longs] = one;
    entries[longs + 1] = other;
    entries[longs + 2] = line;
    longs += WIDTH;
  }

  private static long mixed(long hash) {
    return (hash ^ (hash >>> 29)) * 0x165667B19E3779F9L ^ (hash >>> 32);
  }

  /** How many longs there are, {@link #WIDTH} an id. */
  int longs() {
    return longs;
  }

  long[] entries() {
    return entries;
  }
}
