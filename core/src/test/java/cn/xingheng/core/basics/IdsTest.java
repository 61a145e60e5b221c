package cn.xingheng.core.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("编号")
class IdsTest {

  static Stream<Named<Function<String, ? extends Comparable<?>>>> kinds() {
    return Stream.of(
        Named.of("事实", FactId::new),
        Named.of("人员", PersonId::new),
        Named.of("机构", InstitutionId::new),
        Named.of("统筹地区", RegionId::new));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  @DisplayName("不能为空；写出来就是原样；按文字排列")
  void ids(Function<String, Comparable<Object>> kind) {
    assertThatThrownBy(() -> kind.apply(" ")).hasMessageContaining("must not be blank");
    assertThat(kind.apply("a1")).hasToString("a1").isEqualTo(kind.apply("a1"));
    assertThat(kind.apply("a").compareTo(kind.apply("b"))).isNegative();
    assertThat(kind.apply("b").compareTo(kind.apply("a"))).isPositive();
    assertThat(kind.apply("b").compareTo(kind.apply("b"))).isZero();
  }
}
