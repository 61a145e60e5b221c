package cn.xingheng.core.basics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** 「金额」 An amount of money in whole fen (1 yuan is 100 fen); may be negative for a refund. */
public record Money(long fen) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  /**
   * The amount written as yuan with at most two places.
   *
   * @throws IllegalArgumentException when the text is no decimal, has more than two places, or is out of range
   */
  public static Money ofYuan(String yuan) {
    try {
      return new Money(new BigDecimal(yuan).movePointRight(2).longValueExact());
    } catch (NumberFormatException noDecimal) {
      throw new IllegalArgumentException("not an amount in yuan: " + yuan, noDecimal);
    } catch (ArithmeticException tooFine) {
      throw new IllegalArgumentException("an amount in yuan has at most two places and fits 64 bits: " + yuan, tooFine);
    }
  }

  /** The sum; throws {@link ArithmeticException} beyond 64 bits. */
  public Money plus(Money other) {
    return new Money(Math.addExact(fen, other.fen));
  }

  /** The difference; throws {@link ArithmeticException} beyond 64 bits. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(fen, other.fen));
  }

  /** So many hundredths of this amount, to the fen, rounded down (towards minus infinity). */
  public Money percentRoundedDown(int percent) {
    return new Money(Math.floorDiv(Math.multiplyExact(fen, (long) percent), 100L));
  }

  /** The amount in yuan with exactly two places. */
  public String yuan() {
    return BigDecimal.valueOf(fen, 2).setScale(2, RoundingMode.UNNECESSARY).toPlainString();
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }
}
