package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.Share;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.law.yaml.LawFault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("案例中的预期")
class ExpectationReaderTest {

  @TempDir Path folder;
  private CaseText text;

  @BeforeEach
  void text() {
    text = new CaseText(folder);
  }

  private List<Expectation> read(String expectation) {
    return text.read(List.of(CaseText.DEDUCTED, CaseText.SUSPENDED), expectation).expectations();
  }

  private Expectation one(String expectation) {
    assertThat(read(expectation)).hasSize(1);
    return read(expectation).getFirst();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "StateOn | {on: 2026-04-01, person: zhang, points: 9, remaining: 3, standing: effective, due: [interview],"
        + " not-due: notice}",
    "StateOn | {on: 2026-04-01, person: zhang, at: h1, year: 2025, term-points: 0, because: [points, left],"
        + " known: 2026-05-01}",
    "SanctionSpan | {sanction: s1, from: 2026-04-30, through: provisional}",
    "SanctionSpan | {sanction: s1, void: true}",
    "ObjectionThrough | {of: d1, objection-through: 2026-03-25}",
    "ResumeWindow | {sanction: s1, resume-window: {from: 2026-06-15, through: 2026-06-29}}",
    "AnswerBy | {of: d1, answer-by: 2026-06-29}",
    "AnswerBy | {person: zhang, answer-by: provisional}",
    "EarliestEffect | {sanction: s1, earliest-effect: 2026-04-30}",
    "BarOf | {person: zhang, may-apply-from: 2027-01-01}",
    "BarOf | {person: zhang, apply-window: {from: 2027-01-01, through: 2027-01-20}, may-apply-from: 2027-01-21}",
    "InstitutionOn | {institution: h1, on: 2026-04-01, points: 6, ended-share: 1/20, tier: grade-lowered,"
        + " due: [institution-consequence]}",
    "ClaimLine | {claim: {at: `2026-05-04T10:00`, person: zhang, institution: h1, setting: rescue},"
        + " verdict: refused, because: points}",
    "HonourOn | {person: zhang, on: 2026-04-01, honour: valid, through: 2029-01-14}",
    "FundOn | {on: 2026-04-01, ceiling-yuan: 20.5, left-yuan: 0}",
    "TakenOrNot | {refused: d1, because: too-early}",
    "TakenOrNot | {accepted: d1}",
    "TakenOrNot | {held: s1, because: not-served, known: 2026-05-01}",
    "Changed | {changed: {person: zhang, at: h1}, known: [2026-05-01, 2026-06-01],"
        + " spans: [{from: 2026-05-01, through: 2026-05-09, was: refused, now: payable}]}",
  })
  @DisplayName("每一种预期都能读")
  void everyRow(String type, String expectation) {
    Expectation read = one(expectation.replace('`', '"'));
    assertThat(read.getClass().getSimpleName()).isEqualTo(type);
    assertThat(read.line()).isEqualTo(7);
    assertThat(read.wants()).isNotEmpty();
  }

  @Test
  @DisplayName("断言的值按类型读入")
  void values() {
    assertThat(one("{institution: h1, on: 2026-04-01, ended-share: \"1/20\"}").wants())
        .containsEntry("ended-share", new Share(1, 20));
    assertThat(one("{on: 2026-04-01, ceiling-yuan: 20.5}").wants()).containsEntry("ceiling-yuan", new Money(2_050));
    assertThat(one("{sanction: s1, resume-window: {from: 2026-06-15, through: provisional}}").wants())
        .containsEntry("resume-window", Map.of("from", LocalDate.of(2026, 6, 15), "through", "provisional"));
    assertThat(one("{on: 2026-04-01, person: zhang, points: 9, known: 2026-05-01}").known()).isEqualTo("2026-05-01");
  }

  @Test
  @DisplayName("结算行：时间可带时区，空编码即没有编码")
  void claims() {
    var line = (Expectation.ClaimLine) one("{claim: {at: \"2026-05-04T02:00Z\", person: \"\", institution: h1,"
        + " setting: outpatient}, verdict: unresolved, because: no-code}");
    assertThat(line.at()).isEqualTo(LocalDateTime.of(2026, 5, 4, 10, 0));
    assertThat(line.person()).isNull();
    assertThat(line.setting()).isEqualTo(Setting.OUTPATIENT);
  }

  @Test
  @DisplayName("一条里写了几样，分成同一序号的几问")
  void several() {
    List<Expectation> all = read("{sanction: s1, from: 2026-04-30, earliest-effect: 2026-04-30}");
    assertThat(all).hasSize(2).allSatisfy(each -> assertThat(each.index()).isZero());
    assertThat(all.get(0)).isInstanceOf(Expectation.SanctionSpan.class);
    assertThat(all.get(1).wants()).containsOnlyKeys("earliest-effect");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {
    "{on: 2026-04-01, person: zhang}",
    "{on: 2026-04-01, person: zhang, pionts: 9}",
    "{on: 2026-04-01, person: zhang, points: 9, verdict: payable}",
    "{person: zhang, points: 9}",
    "{on: 2026-04-01, person: zhang, points: nine}",
    "{on: 2026-04-01, person: zhang, standing: asleep}",
    "{on: 2026-04-01, person: zhang, because: too-late}",
    "{on: 2026-04-01, person: zhang, due: [interveiw]}",
    "{on: 2026-04-01, person: zhang, due: [interview, interview]}",
    "{sanction: s9, from: 2026-04-30}",
    "{sanction: s1, from: 2026-04-31}",
    "{sanction: s1, void: true, from: 2026-04-30}",
    "{sanction: s1, resume-window: 2026-04-30}",
    "{sanction: s1, resume-window: {from: 2026-04-30}}",
    "{refused: d1, because: points}",
    "{refused: d1, accepted: d1}",
    "{accepted: d1, because: too-late}",
    "{claim: {at: 2026-05-04, person: zhang, institution: h1, setting: rescue}, verdict: refused}",
    "{claim: {at: \"2026-05-04T10:00\", person: zhang, institution: h1, setting: bed}, verdict: refused}",
    "{claim: {at: \"2026-05-04T10:00\", person: zhang, institution: h1}, verdict: refused}",
    "{claim: {at: \"2026-05-04T10:00\", person: zhang, institution: h1, setting: rescue}}",
    "{institution: h1, on: 2026-04-01, ended-share: 5%}",
    "{institution: h1, on: 2026-04-01, tier: low}",
    "{changed: {person: zhang, at: h1}, known: [2026-05-01], spans: []}",
    "{changed: {person: zhang, at: h1}, spans: []}",
    "{}",
  })
  @DisplayName("不合约定的预期被拒，指明行列")
  void faulty(String expectation) {
    assertThatThrownBy(() -> read(expectation)).isInstanceOf(LawFault.class)
        .hasMessageContaining("case.yaml:7:").hasMessageContaining("\nMaybe ");
  }
}
