package cn.xingheng.match;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * 「计数」 Counters of lines and their sum in fen, numbered from 0, exact however many and however great they are.
 *
 * <p>A sum is a number of 128 bits in two's complement: a long would leave its bounds after two lines of the greatest
 * amount. All counters lie in one array, for two of them are added to at each line.
 */
final class Tallies {
  private static final int WIDTH = 3;
  private static final BigInteger LOW_BITS = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

  /** Lines, then the low and the high half of the sum. */
  private long[] counters;

  Tallies(int count) {
    counters = new long[WIDTH * count];
  }

  int count() {
    return counters.length / WIDTH;
  }

  /** Makes room for so many counters. */
  void grow(int count) {
    counters = Arrays.copyOf(counters, Math.max(counters.length, WIDTH * count));
  }

  /** One more line. */
  void add(int number, long fen) {
    add(number, 1, fen, fen >> 63);
  }

  /** All that a counter of others holds. */
  void add(int number, Tallies other, int otherNumber) {
    long[] its = other.counters;
    int at = WIDTH * otherNumber;
    add(number, its[at], its[at + 1], its[at + 2]);
  }

  private void add(int number, long lines, long low, long high) {
    int at = WIDTH * number;
    counters[at] += lines;
    long sum = counters[at + 1] + low;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    counters[at + 1] = sum;
    counters[at + 2] += high + carry;
  }

  void save(DataOutputStream to) throws IOException {
    to.writeInt(counters.length);
    for (long counter : counters) {
      to.writeLong(counter);
    }
  }

  /** Adds what was saved. */
  void restore(DataInputStream from) throws IOException {
    int count = from.readInt() / WIDTH;
    grow(count);
    for (int number = 0; number < count; number++) {
      add(number, from.readLong(), from.readLong(), from.readLong());
    }
  }

  long lines(int number) {
    return counters[WIDTH * number];
  }

  BigInteger fen(int number) {
    BigInteger low = BigInteger.valueOf(counters[WIDTH * number + 1]).and(LOW_BITS);
    return BigInteger.valueOf(counters[WIDTH * number + 2]).shiftLeft(Long.SIZE).add(low);
  }
}
