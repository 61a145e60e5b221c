package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("计数")
final class TalliesTest {
  @Test
  @DisplayName("合计远超 64 位、正负相抵，也与大整数分毫不差；分两处加再合并也一样")
  void exact() {
    Random random = new Random(11);
    Tallies tallies = new Tallies(3);
    BigInteger sum = BigInteger.ZERO;
    boolean beyond = false;
    for (int i = 0; i < 10_000; i++) {
      long fen = switch (random.nextInt(4)) {
        case 0 -> Long.MAX_VALUE - random.nextInt(3);
        case 1 -> i < 5000 ? Long.MAX_VALUE : Long.MIN_VALUE;
        case 2 -> random.nextLong();
        default -> random.nextInt(1000) - 500;
      };
      tallies.add(0, fen);
      tallies.add(1 + i % 2, fen);
      sum = sum.add(BigInteger.valueOf(fen));
      beyond |= sum.bitLength() > 64;
      assertThat(tallies.fen(0)).isEqualTo(sum);
    }
    tallies.add(1, tallies, 2);
    assertThat(tallies.fen(1)).isEqualTo(sum);
    assertThat(tallies.lines(1)).isEqualTo(tallies.lines(0)).isEqualTo(10_000);
    tallies.grow(100);
    assertThat(tallies.fen(1)).isEqualTo(sum);
    assertThat(tallies.lines(99)).isZero();
    assertThat(beyond).isTrue();
  }
}
