package cn.xingheng.core.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("幅度")
class RangeTest {

  @ParameterizedTest(name = "9至11：{0} 在内 {1}")
  @DisplayName("两端都在内")
  @CsvSource({"8, false", "9, true", "10, true", "11, true", "12, false"})
  void closed(int number, boolean inside) {
    assertThat(new Range(9, 11).contains(number)).isEqualTo(inside);
  }

  @Test
  @DisplayName("没有上限的，以上都在内")
  void open() {
    assertThat(new Range(12, null).contains(Integer.MAX_VALUE)).isTrue();
    assertThat(new Range(12, null).contains(12)).isTrue();
    assertThat(new Range(12, null).contains(11)).isFalse();
  }

  @Test
  @DisplayName("只有一个数的是固定的")
  void fixed() {
    assertThat(new Range(3, 3).fixed()).isTrue();
    assertThat(new Range(1, 3).fixed()).isFalse();
    assertThat(new Range(3, null).fixed()).isFalse();
    assertThat(new Range(300, 300).fixed()).isTrue();
  }

  @Test
  @DisplayName("按人说话的样子写")
  void written() {
    assertThat(new Range(3, 3)).hasToString("3");
    assertThat(new Range(1, 3)).hasToString("1至3");
    assertThat(new Range(12, null)).hasToString("12以上");
  }

  @Test
  @DisplayName("负数和空的幅度不收，从零起可以")
  void bounds() {
    assertThat(new Range(0, 0).contains(0)).isTrue();
    assertThatThrownBy(() -> new Range(-1, 3)).hasMessageContaining("-1 to 3");
    assertThatThrownBy(() -> new Range(3, 2)).hasMessageContaining("3 to 2");
  }
}
