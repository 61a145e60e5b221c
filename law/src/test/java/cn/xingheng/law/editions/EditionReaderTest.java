package cn.xingheng.law.editions;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.Share;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.core.rulebook.Range;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.Resumption;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.core.rulebook.Window;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("版本文件的读取")
class EditionReaderTest {

  private static final String ANHUI = Sample.shipped("anhui-2019");
  private static final String LIANYUNGANG = Sample.shipped("lianyungang-2012");

  @Test
  @DisplayName("连云港：十九项，四项十分、八项五分、七项二分")
  void lianyungangItems() {
    assertThat(counts(Sample.read(LIANYUNGANG))).isEqualTo(Map.of(10, 4L, 5, 8L, 2, 7L));
  }

  @Test
  @DisplayName("安徽：三十四项，九项一分、十一项二分、六项六分、八项十二分")
  void anhuiItems() {
    assertThat(counts(Sample.read(ANHUI))).isEqualTo(Map.of(1, 9L, 2, 11L, 6, 6L, 12, 8L));
  }

  private static Map<Integer, Long> counts(Edition edition) {
    return edition.catalogue().values().stream().collect(Collectors.groupingBy(Item::points, Collectors.counting()));
  }

  @Test
  @DisplayName("连云港：五分三个月，十分六个月，十五分终止二年；机构三档")
  void lianyungangRules() {
    Edition edition = Sample.read(LIANYUNGANG);
    assertThat(edition.rules()).extracting(Rule::trigger).containsExactly(
        new Trigger.EachDeduction(),
        new Trigger.Total(Window.YEAR, new Range(5, 9)),
        new Trigger.Total(Window.YEAR, new Range(10, 14)),
        new Trigger.Total(Window.YEAR, new Range(15, null)));
    assertThat(edition.rules()).extracting(Rule::consequence).containsExactly(
        new Consequence.Interview(),
        new Consequence.Suspend(new Range(3, 3)),
        new Consequence.Suspend(new Range(6, 6)),
        new Consequence.Terminate(new Range(2, 2)));
    assertThat(edition.institutionTiers()).extracting(tier -> tier.points() + " " + tier.share())
        .containsExactly("20 1/20", "40 1/10", "60 3/20");
    assertThat(edition.findings()).isNull();
    assertThat(edition.reads(ReadingKey.ESCALATION, "absorb")).isTrue();
  }

  @Test
  @DisplayName("安徽：恢复须申请，前十个工作日提出，十个工作日答复；九至十一分可以暂停")
  void anhuiRules() {
    Edition edition = Sample.read(ANHUI);
    assertThat(edition.resumption()).isInstanceOfSatisfying(Resumption.OnApproval.class, approval ->
        assertThat(List.of(approval.window(), approval.answer())).containsExactly(10, 10));
    assertThat(edition.rules()).extracting(Rule::trigger).containsExactly(
        new Trigger.Total(Window.YEAR, new Range(6, null)),
        new Trigger.Total(Window.YEAR, new Range(9, 11)),
        new Trigger.Total(Window.YEAR, new Range(12, null)),
        new Trigger.Streak(3, 9),
        new Trigger.AtOnce(12));
    assertThat(edition.institutionTiers()).isEmpty();
    assertThat(edition.inForce().confirmed()).isFalse();
    assertThat(edition.readings()).doesNotContainKey(ReadingKey.ESCALATION);
  }

  @Test
  @DisplayName("由别的周期、档次、时限拼成的版本也能读")
  void anotherEdition() {
    String text = LIANYUNGANG;
    text = Sample.with(text, "edition: lianyungang-2012", "edition: elsewhere-2030");
    text = Sample.with(text, "window: year\n  budget: none", "window: term\n  budget: 30");
    text = Sample.with(text, "{total: year, at-least: 5, at-most: 9}", "{total: term, at-least: 7, at-most: 19}");
    text = Sample.with(text, "{total: year, at-least: 10, at-most: 14}", "{total: term, at-least: 20, at-most: 29}");
    text = Sample.with(text, "{total: year, at-least: 15, at-most: open}",
        "{total: term, at-least: 30, at-most: open}");
    text = Sample.with(text, "{suspend: {from: 3, through: 3}}", "{suspend: {from: 1, through: 4}}");
    text = Sample.with(text, "[grade-lowered, grade-cancelled, agreement-suspended]", "[warned, stopped]");
    text = Sample.with(text, "  grade-lowered: {points: 20, share: 1/20", "  warned: {points: 7, share: 1/3");
    text = Sample.with(text, "  grade-cancelled: {points: 40, share: 1/10", "  stopped: {points: 9, share: 2/5");
    text = text.replaceFirst(" {2}agreement-suspended: \\{points.*\\n", "");
    text = Sample.with(text, "objection: none", "objection: {working-days: 7, cite: [办法27], gloss: 七个工作日}");
    text = Sample.with(text, "percent: 20", "percent: 35");
    Edition edition = Sample.read(text);
    assertThat(edition.rules().get(1).trigger()).isEqualTo(new Trigger.Total(Window.TERM, new Range(7, 19)));
    assertThat(edition.institutionTiers()).extracting(tier -> tier.id() + tier.share())
        .containsExactly("warned" + new Share(1, 3), "stopped" + new Share(2, 5));
    assertThat(edition.points().budget()).isEqualTo(30);
  }

  @Test
  @DisplayName("一个文件的毛病一次说全")
  void allFaultsAtOnce() {
    String text = Sample.with(ANHUI, "budget: 12", "budget: -1");
    text = Sample.with(text, "  working-days: 10", "  workin-days: 10");
    text = Sample.with(text, "\"3.1\": {points: 6", "\"3.1\": {points: six");
    assertThat(Sample.faults(text)).containsExactly(
        "sample.yaml:" + Sample.line(text, "budget: -1")
            + ":11: 数 -1 超出范围，应当在 1 至 1000 之间\nMaybe 多写或少写了一位",
        "sample.yaml:" + Sample.line(text, "\"3.1\"")
            + ":21: 这里应当是整数（1 至 1000），写的却是文字 `six`\nMaybe 写错了值，或多加了引号",
        "sample.yaml:" + Sample.line(text, "objection:") + ":1: 缺少键 `working-days`\nMaybe 在这里补上 `working-days:`",
        "sample.yaml:" + Sample.line(text, "workin-days") + ":3: 不认识的键 `workin-days`\nMaybe 你想写的是 `working-days`");
  }

  @Test
  @DisplayName("内容指纹不随行尾变，随内容变")
  void contentHash() {
    String hash = Sample.read(ANHUI).hash();
    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(Sample.read(ANHUI.replace("\n", "\r\n")).hash()).isEqualTo(hash);
    assertThat(Sample.read(ANHUI.replace("budget: 12", "budget: 13")).hash()).isNotEqualTo(hash);
  }
}
