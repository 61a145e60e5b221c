package cn.xingheng.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * 「八字节」 Bytes taken eight at a time as one long, the first byte lowest: for copying, comparing and looking through
 * text.
 *
 * <p>Reading touches up to {@link Chunk#SLACK} bytes beyond what is asked for; they never bear on the answer.
 */
final class Words {
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_SEVEN = 0x7F7F7F7F7F7F7F7FL;
  private static final long TOP_BITS = 0x8080808080808080L;
  /**
   * Added to the low seven bits of a byte, leaves the top bit 0 when they are below the letters, digits and {@code
   * -}.
   */
  private static final long TO_LETTERS = 0x5353535353535353L;

  /** Multiplied with bits 7, 15, ... 63, brings them together in the top byte. */
  private static final long GATHER = 0x0002040810204081L;

  private static final long EVERY_BYTE = 0x0101010101010101L;

  /**
   * What to keep of a word when so many bytes are left, beginning with 32 too few: a table instead of two branches that
   * nobody can foresee, for codes differ in length; worth 0.01 of 0.16 microseconds a line.
   */
  private static final long[] KEPT = new long[2 * Limits.CODE + 1];

  static {
    for (int left = -Limits.CODE; left <= Limits.CODE; left++) {
      long partial = left <= 0 ? 0 : -1L >>> (Long.SIZE - Byte.SIZE * Math.min(left, Long.BYTES));
      KEPT[left + Limits.CODE] = partial;
    }
  }

  private Words() {}

  /** The eight bytes at this place. */
  static long at(byte[] bytes, int place) {
    return (long) LONG.get(bytes, place);
  }

  static void put(byte[] bytes, int place, long word) {
    LONG.set(bytes, place, word);
  }

  /**
   * The eight bytes at this place, of which {@code left}, from -32 to 32, belong to the text; the others become
   * zeros.
   */
  static long at(byte[] bytes, int place, int left) {
    return (long) LONG.get(bytes, place) & KEPT[left + Limits.CODE];
  }

  /**
   * Which of the 64 bytes at this place may mean something in a CSV record, the first in the lowest bit: those that
   * are no letter, digit or one of {@code - . / : ;} and the like.
   */
  static long marks(byte[] bytes, int place) {
    long marks = 0;
    for (int i = 0; i < Long.SIZE; i += Long.BYTES) {
      long word = (long) LONG.get(bytes, place + i);
      long tops = (~((word & LOW_SEVEN) + TO_LETTERS) | word) & TOP_BITS;
      marks |= ((tops * GATHER) >>> 56) << i;
    }
    return marks;
  }

  /** Whether a byte below 128 is among those in {@code [from, to)}. */
  static boolean contains(byte[] bytes, byte wanted, int from, int to) {
    long everywhere = wanted * EVERY_BYTE;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long zeroWhereWanted = (long) LONG.get(bytes, at) ^ everywhere;
      if (((zeroWhereWanted - EVERY_BYTE) & ~zeroWhereWanted & TOP_BITS) != 0) {
        return true;
      }
    }
    return ChunkSource.indexOf(bytes, wanted, at, to) >= 0;
  }
}
