package cn.xingheng.server.demo;

import java.util.List;
import java.util.SplittableRandom;

/** What a seed brings: the same seed and number bring the same, whatever was drawn for others before. */
final class Chance {

  private static final long APART = 0xD1342543DE82EF95L;

  private final SplittableRandom random;

  /** The chance of one physician: mixed twice, since neighbours would otherwise draw from one and the same row. */
  Chance(long seed, int number) {
    this.random = new SplittableRandom(new SplittableRandom(seed + APART * number).nextLong());
  }

  /** A number within bounds, both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** True in so many of a hundred. */
  boolean percent(int hundredths) {
    return random.nextInt(100) < hundredths;
  }

  /** One of them. */
  <T> T of(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
