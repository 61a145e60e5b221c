package cn.xingheng.core.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("金额")
class MoneyTest {

  @ParameterizedTest(name = "{0} 元是 {1} 分，写作 {2}")
  @DisplayName("以元书写，最多两位小数；以分计；写出来总是两位小数")
  @CsvSource({
    "0, 0, 0.00",
    "1, 100, 1.00",
    "0.5, 50, 0.50",
    "-0.05, -5, -0.05",
    "12345.67, 1234567, 12345.67",
    "1.10, 110, 1.10",
    "92233720368547758.07, 9223372036854775807, 92233720368547758.07",
  })
  void yuan(String yuan, long fen, String written) {
    assertThat(Money.ofYuan(yuan)).isEqualTo(new Money(fen));
    assertThat(new Money(fen).yuan()).isEqualTo(written);
  }

  @ParameterizedTest(name = "写作「{0}」")
  @DisplayName("不足一分、不是数、超出范围的，都不是金额，并说出原文")
  @ValueSource(strings = {"0.001", "一元", "", "92233720368547758.08"})
  void noAmount(String text) {
    assertThatThrownBy(() -> Money.ofYuan(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in yuan")
        .hasMessageEndingWith(": " + text);
  }

  @Test
  @DisplayName("相加、相减；超出范围的不悄悄绕回")
  void sums() {
    Money seven = new Money(7);
    Money two = new Money(2);
    assertThat(seven.plus(two)).isEqualTo(new Money(9));
    assertThat(two.minus(seven)).isEqualTo(new Money(-5));
    assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Money(Long.MIN_VALUE).minus(new Money(1))).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest(name = "{0} 分的 {1}% 是 {2} 分")
  @DisplayName("百分之几，不足一分的舍去，负数也向下取")
  @CsvSource({"100, 20, 20", "104, 20, 20", "105, 20, 21", "99, 1, 0", "-1, 20, -1", "-100, 20, -20"})
  void percent(long fen, int percent, long expected) {
    assertThat(new Money(fen).percentRoundedDown(percent)).isEqualTo(new Money(expected));
  }

  @Test
  @DisplayName("按大小排列")
  void order() {
    assertThat(new Money(-1)).isLessThan(Money.ZERO);
    assertThat(new Money(2)).isGreaterThan(new Money(1));
    assertThat(new Money(3)).isEqualByComparingTo(new Money(3));
  }
}
