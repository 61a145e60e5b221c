package cn.xingheng.match;

import java.math.BigInteger;

/**
 * 「计数」 Lines and their sum in fen, exact however many and however great they are.
 *
 * <p>The sum is a number of 128 bits in two's complement: a long would leave its bounds after two lines of the
 * greatest amount.
 */
final class Tally {
  private static final BigInteger LOW_BITS = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

  private long lines;
  private long high;
  private long low;

  void add(long fen) {
    lines++;
    plus(fen >> 63, fen);
  }

  void add(Tally other) {
    lines += other.lines;
    plus(other.high, other.low);
  }

  private void plus(long otherHigh, long otherLow) {
    long sum = low + otherLow;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    low = sum;
    high += otherHigh + carry;
  }

  long lines() {
    return lines;
  }

  BigInteger fen() {
    BigInteger unsignedLow = BigInteger.valueOf(low).and(LOW_BITS);
    return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsignedLow);
  }
}
