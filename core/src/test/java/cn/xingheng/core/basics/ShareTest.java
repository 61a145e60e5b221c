package cn.xingheng.core.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("占比")
class ShareTest {

  @ParameterizedTest(name = "{0} 与 {1}")
  @DisplayName("交叉相乘比较，不取小数")
  @CsvSource({
    "1/20, 2/40, 0",
    "1/20, 5/101, 1",
    "5/101, 1/20, -1",
    "1/3, 333333333/1000000000, 1",
    "0, 0/7, 0",
    "1, 7/7, 0",
    "2, 3/2, 1",
  })
  void compares(String one, String other, int expected) {
    assertThat(Integer.signum(Share.parse(one).compareTo(Share.parse(other)))).isEqualTo(expected);
  }

  @Test
  @DisplayName("写作几分之几，分子分母不约分，空格不论")
  void written() {
    assertThat(Share.parse(" 2 / 40 ")).isEqualTo(new Share(2, 40)).hasToString("2/40");
    assertThat(Share.parse(" 3 ")).isEqualTo(new Share(3, 1));
    assertThat(Share.parse("0/40")).isEqualTo(new Share(0, 40));
    assertThat(Share.NONE).hasToString("0/1");
  }

  @ParameterizedTest(name = "写作「{0}」")
  @DisplayName("不是几分之几的，不收")
  @ValueSource(strings = {"", "a/b", "1/", "/20", "5%"})
  void noShare(String text) {
    assertThatThrownBy(() -> Share.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("part/whole: " + text);
  }

  @Test
  @DisplayName("分子不为负，分母至少为一")
  void bounds() {
    assertThat(new Share(0, 1).part()).isZero();
    assertThatThrownBy(() -> new Share(-1, 1)).hasMessageContaining("-1/1");
    assertThatThrownBy(() -> new Share(1, 0)).hasMessageContaining("1/0");
  }

  @Test
  @DisplayName("大到无法相乘的，不悄悄绕回")
  void overflow() {
    Share huge = new Share(Long.MAX_VALUE, Long.MAX_VALUE);
    assertThatThrownBy(() -> huge.compareTo(new Share(1, 2))).isInstanceOf(ArithmeticException.class);
  }
}
