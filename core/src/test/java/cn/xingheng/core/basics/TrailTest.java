package cn.xingheng.core.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("依据链")
class TrailTest {

  private static final FactId D1 = new FactId("d1");
  private static final FactId D2 = new FactId("d2");
  private static final Citation TWO = Citation.of("细则三(二)", "办法18");

  private static final Step BARE = new Step(List.of(), Citation.of("办法2"), List.of(), "协议有效");
  private static final Step FULL =
      new Step(List.of(D1, D2), TWO, List.of("year=calendar", "served=later"), "合计 9 分");

  @Test
  @DisplayName("一步写成一行：结论、条文、读法、事实；没有的不写")
  void lines() {
    assertThat(BARE.line()).isEqualTo("协议有效〔办法2〕");
    assertThat(FULL.line()).isEqualTo("合计 9 分〔细则三(二)、办法18〕（读法 year=calendar，served=later） ← d1, d2");
    assertThat(new Trail(List.of(BARE, FULL)).lines()).containsExactly(BARE.line(), FULL.line());
  }

  @Test
  @DisplayName("同一步只留一次，次序不变")
  void once() {
    assertThat(new Trail(List.of(FULL, BARE, FULL)).steps()).containsExactly(FULL, BARE);
    assertThat(Trail.EMPTY.steps()).isEmpty();
  }

  @Test
  @DisplayName("首尾相接，事实按出现的次序各列一次")
  void joined() {
    Step later = new Step(List.of(D2), TWO, List.of(), "暂停");
    Step first = new Step(List.of(D1), TWO, List.of(), "扣分");
    Trail joined = new Trail(List.of(later)).plus(new Trail(List.of(FULL, first)));
    assertThat(joined.steps()).containsExactly(later, FULL, first);
    assertThat(joined.facts()).containsExactly(D2, D1);
    assertThat(Trail.join(List.of())).isEqualTo(Trail.EMPTY);
  }

  @Test
  @DisplayName("没有条文的出处不成其为出处")
  void citation() {
    assertThat(TWO).hasToString("细则三(二)、办法18");
    assertThatThrownBy(Citation::of).hasMessageContaining("at least one article");
    assertThatThrownBy(() -> Citation.of("办法2", " ")).hasMessageContaining("at least one article");
  }

  @Test
  @DisplayName("不予受理写明种类、理由、合法的做法和所据的事实")
  void refusal() {
    Refusal refusal = new Refusal(Refusal.Word.TOO_LATE, TWO, "已过期限", "另行申请", List.of(D2));
    Step step = refusal.step(D1);
    assertThat(step.line()).isEqualTo("不计入：d1 不予受理（too-late），已过期限；另行申请〔细则三(二)、办法18〕 ← d1, d2");
    assertThat(Refusal.Word.find("same-incident")).contains(Refusal.Word.SAME_INCIDENT);
    assertThat(Refusal.Word.find("same_incident")).isEmpty();
    for (Refusal.Word word : Refusal.Word.values()) {
      assertThat(Refusal.Word.find(word.word())).contains(word);
    }
  }
}
