package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.Share;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("答案与断言的比较")
class ComparisonTest {

  private static boolean holds(String field, Object want, Map<String, Object> actual) {
    SequencedMap<String, Object> wants = new LinkedHashMap<>(Map.of(field, want));
    return Comparison.mismatches(wants, new LinkedHashMap<>(actual)).isEmpty();
  }

  @Test
  @DisplayName("占比和金额按值比较")
  void byValue() {
    assertThat(holds("ended-share", new Share(1, 20), Map.of("ended-share", "5/100"))).isTrue();
    assertThat(holds("ended-share", new Share(1, 20), Map.of("ended-share", new Share(1, 19)))).isFalse();
    assertThat(holds("left-yuan", new Money(100), Map.of("left-yuan", "1"))).isTrue();
    assertThat(holds("left-yuan", new Money(100), Map.of("left-yuan", new Money(101)))).isFalse();
  }

  @Test
  @DisplayName("日期与暂定分清")
  void days() {
    LocalDate day = LocalDate.of(2026, 6, 15);
    assertThat(holds("from", day, Map.of("from", day))).isTrue();
    assertThat(holds("from", day, Map.of("from", "provisional"))).isFalse();
    assertThat(holds("from", "provisional", Map.of("from", "provisional"))).isTrue();
    assertThat(holds("from", day, Map.of())).isFalse();
  }

  @Test
  @DisplayName("期间逐端比较，区间逐段相等")
  void windows() {
    LocalDate day = LocalDate.of(2026, 6, 15);
    Map<String, Object> window = Map.of("from", day, "through", day.plusDays(14));
    assertThat(holds("resume-window", window, Map.of("resume-window", Map.copyOf(window)))).isTrue();
    assertThat(holds("resume-window", window, Map.of("resume-window", Map.of("from", day, "through", day)))).isFalse();
    assertThat(holds("resume-window", window, Map.of("resume-window", "provisional"))).isFalse();
    List<Map<String, Object>> spans = List.of(Map.of("from", day, "was", "refused", "now", "payable"));
    assertThat(holds("spans", spans, Map.of("spans", List.copyOf(spans)))).isTrue();
    assertThat(holds("spans", spans, Map.of("spans", List.of()))).isFalse();
    assertThat(holds("spans", List.of(), Map.of("spans", List.of()))).isTrue();
  }

  @Test
  @DisplayName("原因包含在答案之中")
  void because() {
    assertThat(holds("because", List.of("points"), Map.of("because", List.of("left", "points")))).isTrue();
    assertThat(holds("because", List.of("points"), Map.of("because", "points"))).isTrue();
    assertThat(holds("because", List.of("points"), Map.of("because", List.of("left")))).isFalse();
    assertThat(holds("not-due", List.of("notice"), Map.of())).isFalse();
  }
}
