package cn.xingheng.law.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("版本各处互相矛盾的，指出两处")
class EditionChecksTest {

  private static final String ANHUI = Sample.shipped("anhui-2019");
  private static final String LIANYUNGANG = Sample.shipped("lianyungang-2012");

  @Test
  @DisplayName("对照：两个版本自身没有矛盾")
  void noneInTheShipped() {
    assertThat(Sample.faults(ANHUI)).isEmpty();
    assertThat(Sample.faults(LIANYUNGANG)).isEmpty();
  }

  @Test
  @DisplayName("两条处理可能同时成立而没有说哪条优先：两条的行和条文都指出")
  void conflictNamesBothArticles() {
    String text = Sample.with(LIANYUNGANG, "at-least: 5, at-most: 9", "at-least: 5, at-most: 10");
    text = Sample.with(text, "over: [suspend-lower]", "over: []");
    int lower = Sample.line(text, "  suspend-lower:");
    int higher = Sample.line(text, "  suspend-higher:");
    assertThat(Sample.faults(text)).containsExactly(
        "sample.yaml:" + lower + ":3: 规则 `suspend-lower`（办法17）与 `suspend-higher`（第 " + higher
            + " 行，办法17）可能同时成立，却没有说哪一条优先\nMaybe 在其中一条的 `over` 里写上另一条，或改正分数段",
        "sample.yaml:" + higher + ":3: 规则 `suspend-higher`（办法17）与 `suspend-lower`（第 " + lower
            + " 行，办法17）可能同时成立，却没有说哪一条优先\nMaybe 在其中一条的 `over` 里写上另一条，或改正分数段");
  }

  @Test
  @DisplayName("分数段重叠但说了哪条优先的，不算矛盾；不重叠的不必说")
  void precedenceSettlesIt() {
    assertThat(Sample.faults(Sample.with(LIANYUNGANG, "at-least: 5, at-most: 9", "at-least: 5, at-most: 12")))
        .isEmpty();
    assertThat(Sample.faults(Sample.with(LIANYUNGANG, "over: [suspend-lower]", "over: []"))).isEmpty();
  }

  @Test
  @DisplayName("连续三年与暂停段可能同时成立")
  void streakAgainstBand() {
    String text = Sample.with(ANHUI, "when: {streak: 3, at-least: 9}\n    force: must\n"
        + "    then: {terminate: {from: 1, through: 1}}\n    over: [suspend]",
        "when: {streak: 3, at-least: 9}\n    force: must\n    then: {terminate: {from: 1, through: 1}}\n    over: []");
    assertThat(Sample.faults(text)).hasSize(2).allMatch(fault -> fault.contains("可能同时成立"));
  }

  @Test
  @DisplayName("优先关系绕成一圈")
  void cycle() {
    String text = Sample.with(LIANYUNGANG,
        "then: {suspend: {from: 3, through: 3}}\n    over: []",
        "then: {suspend: {from: 3, through: 3}}\n    over: [terminate]");
    assertThat(Sample.faults(text)).hasSize(3).allMatch(fault -> fault.contains("绕了一圈"))
        .anyMatch(fault -> fault.startsWith("sample.yaml:" + Sample.line(text, "over: [terminate]") + ":"));
  }

  static List<Arguments> contradictions() {
    return List.of(
        contradiction("over 里的规则不存在", ANHUI, "over: [suspend]", "over: [suspnd]", "你想写的是 `suspend`"),
        contradiction("须经同意恢复而没有窗口的读法", ANHUI,
            "resume-window: {word: last, alternatives: [before], cite: [细则三(二)], reason: 自末日倒数，末日为工作日的计入；早交无害}",
            "resume-window: not-used", "用到读法 `resume-window`"),
        contradiction("自行恢复而有窗口的读法", LIANYUNGANG, "resume-window: not-used",
            "resume-window: {word: last, alternatives: [], cite: [办法17], reason: 无}", "没有读法 `resume-window`"),
        contradiction("恢复的读法与方式不一", LIANYUNGANG, "{word: automatic,", "{word: approval,", "应当只有 `automatic`"),
        contradiction("没有重新申请而有其读法", LIANYUNGANG, "reapplication: not-used",
            "reapplication: {word: window, alternatives: [], cite: [办法17], reason: 无}", "没有读法 `reapplication`"),
        contradiction("措施的事由不存在", ANHUI, "ground: M13.6", "ground: M13.9", "里没有事由 `M13.9`"),
        contradiction("措施应当解除而没有事由", LIANYUNGANG, "due: none", "due: terminate", "须有事由"),
        contradiction("协议已结束又待同意", LIANYUNGANG, "effect: end\n    after: lifting", "effect: end\n    after: approval",
            "协议已随之结束"),
        contradiction("机构档次倒序", LIANYUNGANG, "points: 40, share: 1/10", "points: 40, share: 1/20",
            "应当都高于前一档 `grade-lowered`"),
        contradiction("没有档次而有待档次的义务", ANHUI, "recover-funds: {on: [loss]", "recover-funds: {on: [institution-tier]",
            "没有档次"),
        contradiction("首日已确认而有读法", ANHUI, "confirmed: false", "confirmed: true", "首日已确认的不再有读法"),
        contradiction("末日在首日之前", ANHUI, "through: open\n  confirmed", "through: 2018-12-31\n  confirmed", "末日在首日"),
        contradiction("所取读法又列为另一种", ANHUI, "word: later, alternatives: [person]", "word: later, alternatives: [later]",
            "不能又列为另一种"),
        contradiction("条目数不符", ANHUI, "count: 34", "count: 33", "与条目数 34 不符"),
        contradiction("提前告知为零而有其读法", ANHUI, "advance-working-days: 15", "advance-working-days: 0",
            "没有读法 `advance-notice`"),
        contradiction("每个规则都有的情形却说没有读法", ANHUI,
            "withdrawal: {word: void, alternatives: [], cite: [行政诉讼法70], reason: 被撤销的自始无效，当时所知仍可复现}",
            "withdrawal: not-used", "读法 `withdrawal` 不能是 not-used"),
        contradiction("分数段为空", ANHUI, "at-least: 9, at-most: 11", "at-least: 11, at-most: 9", "范围是空的：11 至 9"));
  }

  private static Arguments contradiction(String name, String text, String passage, String other, String said) {
    return Arguments.of(name, text, passage, other, said);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contradictions")
  @DisplayName("其他矛盾")
  void contradictionsAreRefused(String name, String text, String passage, String other, String said) {
    String changed = Sample.with(text, passage, other);
    assertThat(Sample.faults(changed)).as(name).isNotEmpty()
        .anyMatch(fault -> fault.contains(said))
        .allMatch(fault -> fault.contains("\nMaybe "));
  }
}
