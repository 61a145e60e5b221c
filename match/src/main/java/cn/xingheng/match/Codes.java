package cn.xingheng.match;

import java.nio.charset.StandardCharsets;

/**
 * 「一批编码」 Some codes, of at most 32 bytes and without a zero byte, each as four longs filled up with zeros.
 *
 * <p>So two codes are compared without a loop, and what is looked for no longer depends on the bytes it came from.
 */
final class Codes {
  /** Longs that a code takes. */
  static final int WORDS = Limits.CODE / Long.BYTES;

  final long[] a;
  final long[] b;
  final long[] c;
  final long[] d;
  final int[] hash;

  Codes(int size) {
    a = new long[size];
    b = new long[size];
    c = new long[size];
    d = new long[size];
    hash = new int[size];
  }

  /**
   * Takes up the code that stands in {@code [from, to)} of the text; {@link Chunk#SLACK} bytes behind it may be
   * read.
   */
  void set(int i, byte[] text, int from, int to) {
    int length = to - from;
    a[i] = Words.at(text, from, length);
    b[i] = Words.at(text, from + 8, length - 8);
    c[i] = Words.at(text, from + 16, length - 16);
    d[i] = Words.at(text, from + 24, length - 24);
    hash[i] = hash(a[i], b[i], c[i], d[i]);
  }

  /** Takes up a code from four longs. */
  void set(int i, long[] from, int at) {
    a[i] = from[at];
    b[i] = from[at + 1];
    c[i] = from[at + 2];
    d[i] = from[at + 3];
    hash[i] = hash(a[i], b[i], c[i], d[i]);
  }

  /** Puts the code down as four longs. */
  void copyTo(long[] to, int at, int i) {
    to[at] = a[i];
    to[at + 1] = b[i];
    to[at + 2] = c[i];
    to[at + 3] = d[i];
  }

  boolean isEmpty(int i) {
    return a[i] == 0;
  }

  /** Whether the four longs there are this code. */
  boolean equalTo(long[] words, int at, int i) {
    return words[at] == a[i] && words[at + 1] == b[i] && words[at + 2] == c[i] && words[at + 3] == d[i];
  }

  String text(int i) {
    long[] words = new long[WORDS];
    copyTo(words, 0, i);
    return text(words, 0);
  }

  /** The text of the code whose four longs stand there. */
  static String text(long[] words, int at) {
    byte[] text = new byte[Limits.CODE];
    for (int word = 0; word < WORDS; word++) {
      Words.put(text, word * Long.BYTES, words[at + word]);
    }
    int length = ChunkSource.indexOf(text, (byte) 0, 0, text.length);
    return new String(text, 0, length < 0 ? text.length : length, StandardCharsets.UTF_8);
  }

  private static int hash(long a, long b, long c, long d) {
    long mixed = a * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 32) ^ b) * 0xC2B2AE3D27D4EB4FL;
    mixed = (mixed ^ (mixed >>> 32) ^ c) * 0x165667B19E3779F9L;
    mixed = (mixed ^ (mixed >>> 32) ^ d) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }
}
