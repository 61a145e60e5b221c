package cn.xingheng.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * 「编码表」 Gives each code, of at most 32 bytes and without a zero byte, a small number in the order of arrival.
 *
 * <p>A code is kept as four longs, filled up with zeros, so that two are compared without a loop over bytes; an
 * open-addressing
 * table finds the number. Reading a code touches up to {@link Chunk#SLACK} bytes beyond it.
 */
final class CodeTable {
  private static final int WORDS = Limits.CODE / Long.BYTES;
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private long[] codes = new long[WORDS * 512];
  /** The number of the code plus one; 0 where free. Always a power of two, at most half full. */
  private int[] slots = new int[1024];

  private int size;

  int size() {
    return size;
  }

  /** The number of this code, or -1 when it has none. */
  int find(byte[] text, int from, int to) {
    long a = word(text, from, to);
    long b = word(text, from + 8, to);
    long c = word(text, from + 16, to);
    long d = word(text, from + 24, to);
    return slots[slot(a, b, c, d)] - 1;
  }

  /**
   * The numbers of many codes, as {@link #find} gives each.
   *
   * <p>Two loops without a wait in them: the processor fetches many slots, then many codes, at once. See {@link Batch}.
   */
  void findAll(byte[] text, int[] from, int[] to, int count, int[] numbers) {
    int mask = slots.length - 1;
    for (int i = 0; i < count; i++) {
      int at = from[i];
      int end = to[i];
      int hash = hash(word(text, at, end), word(text, at + 8, end), word(text, at + 16, end), word(text, at + 24, end));
      numbers[i] = slots[hash & mask] - 1;
    }
    for (int i = 0; i < count; i++) {
      if (numbers[i] >= 0 && !holds(numbers[i], text, from[i], to[i])) {
        numbers[i] = find(text, from[i], to[i]);
      }
    }
  }

  private boolean holds(int number, byte[] text, int from, int to) {
    int at = WORDS * number;
    return codes[at] == word(text, from, to)
        && codes[at + 1] == word(text, from + 8, to)
        && codes[at + 2] == word(text, from + 16, to)
        && codes[at + 3] == word(text, from + 24, to);
  }

  /** The number of this code, a new one when it had none. */
  int add(byte[] text, int from, int to) {
    long a = word(text, from, to);
    long b = word(text, from + 8, to);
    long c = word(text, from + 16, to);
    long d = word(text, from + 24, to);
    int slot = slot(a, b, c, d);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (2 * (size + 1) > slots.length) {
      grow();
      slot = slot(a, b, c, d);
    }
    int at = WORDS * size;
    codes[at] = a;
    codes[at + 1] = b;
    codes[at + 2] = c;
    codes[at + 3] = d;
    slots[slot] = ++size;
    return size - 1;
  }

  /** The code with this number. */
  String code(int number) {
    byte[] text = new byte[Limits.CODE];
    for (int word = 0; word < WORDS; word++) {
      LONG.set(text, word * Long.BYTES, codes[WORDS * number + word]);
    }
    int length = ChunkSource.indexOf(text, (byte) 0, 0, text.length);
    return new String(text, 0, length < 0 ? text.length : length, StandardCharsets.UTF_8);
  }

  /** Up to eight bytes of the text as a number, what lies beyond its end left out. */
  private static long word(byte[] text, int from, int to) {
    int left = to - from;
    if (left <= 0) {
      return 0;
    }
    long word = (long) LONG.get(text, from);
    return left >= Long.BYTES ? word : word & (-1L >>> (Long.SIZE - Byte.SIZE * left));
  }

  /** The slot that holds this code, or the free one where it belongs. */
  private int slot(long a, long b, long c, long d) {
    int mask = slots.length - 1;
    int slot = hash(a, b, c, d) & mask;
    while (slots[slot] != 0) {
      int at = WORDS * (slots[slot] - 1);
      if (codes[at] == a && codes[at + 1] == b && codes[at + 2] == c && codes[at + 3] == d) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int hash(long a, long b, long c, long d) {
    long mixed = a * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 32) ^ b) * 0xC2B2AE3D27D4EB4FL;
    mixed = (mixed ^ (mixed >>> 32) ^ c) * 0x165667B19E3779F9L;
    mixed = (mixed ^ (mixed >>> 32) ^ d) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  private void grow() {
    codes = Arrays.copyOf(codes, 2 * codes.length);
    slots = new int[2 * slots.length];
    for (int number = 0; number < size; number++) {
      int at = WORDS * number;
      slots[slot(codes[at], codes[at + 1], codes[at + 2], codes[at + 3])] = number + 1;
    }
  }
}
