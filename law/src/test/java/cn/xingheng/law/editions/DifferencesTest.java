package cn.xingheng.law.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Source;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("两个版本的不同之处")
class DifferencesTest {

  private static final Source ANHUI = source(Sample.shipped("anhui-2019"));

  private static Source source(String text) {
    return new Source("copy.yaml", 1, text);
  }

  @Test
  @DisplayName("与自己没有不同；注释、空行、写法不算")
  void equal() {
    assertThat(Differences.between(ANHUI, ANHUI)).isEmpty();
    String rewritten = ANHUI.text()
        .replace("{points: 1, ", "{points:  1, ")
        .replace("budget: 12", "# 说明\n\n  budget: 12");
    assertThat(Differences.between(ANHUI, source(rewritten))).isEmpty();
  }

  @Test
  @DisplayName("改一个数，指出位置、原值、新值和条文")
  void oneNumber() {
    String changed = Sample.with(ANHUI.text(), "at-least: 9, at-most: 11", "at-least: 8, at-most: 11");
    assertThat(Differences.between(ANHUI, source(changed)))
        .containsExactly(new Change("rules/suspend/when/at-least", "9", "8", "[细则三(二)]"));
    assertThat(EditionJson.changes(Differences.between(ANHUI, source(changed))))
        .isEqualTo("[{\"path\":\"rules/suspend/when/at-least\","
            + "\"old\":\"9\",\"new\":\"8\",\"article\":\"[细则三(二)]\"}]");
  }

  @Test
  @DisplayName("增删的地方，没有的一侧为空")
  void addedAndRemoved() {
    String changed = Sample.with(ANHUI.text(), "fund: none", "fund: {percent: 20, cite: [办法22], gloss: 试拟}");
    changed = Sample.with(changed, "  fund: not-used",
        "  fund: {word: rounded-down, alternatives: [], cite: [办法22], reason: 试拟}");
    assertThat(Differences.between(ANHUI, source(changed)))
        .contains(
            new Change("fund", "none", null, ""),
            new Change("fund/percent", null, "20", "[办法22]"),
            new Change("readings/fund", "not-used", null, ""));
  }

  @Test
  @DisplayName("有毛病的版本不作比较")
  void faulty() {
    Source broken = source(Sample.with(ANHUI.text(), "budget: 12", "budget: many"));
    assertThatExceptionOfType(LawFault.class).isThrownBy(() -> Differences.between(ANHUI, broken));
    assertThatExceptionOfType(LawFault.class).isThrownBy(() -> Differences.between(broken, ANHUI));
  }
}
