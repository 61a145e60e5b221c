package cn.xingheng.law.foresight;

import static cn.xingheng.law.foresight.Panel.changes;
import static cn.xingheng.law.foresight.Panel.duties;
import static cn.xingheng.law.foresight.Panel.terms;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Refusal.Word;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.foresight.DutyAhead.Progress;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.core.foresight.Foresight.SanctionChange;
import cn.xingheng.core.sanction.Sanction;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("预见暂停、解除、缓期、撤销和更正")
class SanctionAheadTest {

  private static final String NINE = """
      edition: anhui-2019
      given:
        - {on: 2026-01-01, what: signed, person: zhang, at: h1, through: 2026-12-31}
        - {on: 2026-02-10, what: deducted, id: d1, person: zhang, at: h1, item: "3.1",
           act: 2026-01-20, served: 2026-02-11}
        - {on: 2026-03-10, what: deducted, id: d2, person: zhang, at: h1, item: "2.1",
           act: 2026-02-20, served: 2026-03-11}
        - {on: 2026-04-01, what: deducted, id: d3, person: zhang, at: h1, item: "1.1",
           act: 2026-03-20, served: 2026-04-02}
      """;
  private static final String SUSPENDED =
      "  - {on: 2026-04-07, what: suspended, id: s1, person: zhang, months: 2, served: 2026-04-08}\n";

  private static Sanction sanction(Foresight ahead) {
    return Objects.requireNonNull(ahead.sanctions().getFirst().after());
  }

  @Test
  @DisplayName("暂停两个月：04-30 起，期满未申请仍停，不再续签；告知即到期，停结算和告知病人自首日起")
  void suspension() {
    Foresight ahead = Panel.of(NINE + SUSPENDED, "s1", "2026-04-07");
    assertThat(ahead.accepted()).isTrue();
    assertThat(ahead.waitsFor()).isNull();
    assertThat(changes(ahead)).containsExactly(
        "2026-04-30/2026-06-30 effective[] suspended[points]",
        "2026-06-30/2027-01-01 effective[] suspended[not-applied]",
        "2027-01-01/+999999999-12-31 effective[] ended[expired]");
    assertThat(ahead.nextChange().orElseThrow().days().getStart()).isEqualTo("2026-04-30");
    assertThat(ahead.standingUnchanged()).isFalse();
    assertThat(sanction(ahead).last()).isEqualTo("2026-06-29");
    assertThat(Objects.requireNonNull(ahead.effect()).earliest()).isEqualTo(new Firm(LocalDate.of(2026, 4, 30)));
    assertThat(duties(ahead, Progress.NEW)).containsExactly("MUST notice 2026-04-07 办法18、细则三(二)");
    assertThat(duties(ahead, Progress.LATER)).containsExactly(
        "MUST stop-settlement 2026-04-30 细则二、办法12", "MUST tell-patients 2026-04-30 细则二");
    assertThat(ahead.duties(Progress.DONE)).anyMatch(duty -> duty.done().contains(new FactId("s1")));
    assertThat(ahead.lines().get(Setting.OUTPATIENT)).singleElement().satisfies(
        line -> assertThat(line.after()).isEqualTo(Verdict.REFUSED));
    assertThat(ahead.lines().get(Setting.EMERGENCY)).singleElement().satisfies(
        line -> assertThat(line.after()).isEqualTo(Verdict.EXCEPTED));
    assertThat(ahead.choices()).isEmpty();
  }

  @Test
  @DisplayName("五个月超出幅度，不予受理；仍列出合法的每一档和最早日")
  void tooLong() {
    Foresight ahead = Panel.of(NINE + SUSPENDED.replace("months: 2", "months: 5"), "s1", "2026-04-07");
    assertThat(ahead.refusal().orElseThrow().word()).isEqualTo(Word.OUT_OF_RANGE);
    assertThat(ahead.standingUnchanged()).isTrue();
    assertThat(Objects.requireNonNull(ahead.effect()).earliest()).isEqualTo(new Firm(LocalDate.of(2026, 4, 30)));
    assertThat(terms(ahead.choices().getFirst())).containsExactly(
        "1 2026-04-30 2026-05-29", "2 2026-04-30 2026-06-29", "3 2026-04-30 2026-07-29");
  }

  @Test
  @DisplayName("尚未送达：受理，待送达；日历未公布：受理，待日历")
  void waiting() {
    Foresight unserved = Panel.of(NINE + SUSPENDED.replace(", served: 2026-04-08", ""), "s1", "2026-04-07");
    assertThat(unserved.waitsFor()).isEqualTo(Word.NOT_SERVED);
    assertThat(unserved.effect()).isNull();
    assertThat(unserved.standingUnchanged()).isTrue();
    Foresight december = Panel.of(
        NINE + SUSPENDED.replace("04-07", "12-20").replace("04-08", "12-21"), "s1", "2026-12-20");
    assertThat(december.accepted()).isTrue();
    assertThat(december.waitsFor()).isEqualTo(Word.PROVISIONAL);
    assertThat(Objects.requireNonNull(december.effect()).earliest()).isInstanceOf(Provisional.class);
    assertThat(december.standingUnchanged()).isTrue();
  }

  @Test
  @DisplayName("一次十二分：应当解除，禁入一至五年逐一写出；解除之后报告、通报")
  void termination() {
    String twelve = """
        edition: anhui-2019
        given:
          - {on: 2026-01-01, what: signed, person: zhang, at: h1, through: 2026-12-31}
          - {on: 2026-03-10, what: deducted, id: d1, person: zhang, at: h1, item: "4.1",
             act: 2026-02-20, served: 2026-03-11}
        """;
    String terminated = "  - {on: 2026-04-07, what: terminated, id: t1, person: zhang, bar-years: 2,"
        + " served: 2026-04-08}\n";
    Foresight points = Panel.of(twelve, "d1", "2026-03-11");
    assertThat(terms(points.choices().getFirst())).containsExactly(
        "1 2026-04-02 2027-04-02", "2 2026-04-02 2028-04-02", "3 2026-04-02 2029-04-02",
        "4 2026-04-02 2030-04-02", "5 2026-04-02 2031-04-02");
    assertThat(points.next()).isEmpty();
    Foresight ahead = Panel.of(twelve + terminated, "t1", "2026-04-07");
    assertThat(Objects.requireNonNull(ahead.bars().getFirst().after()).last()).isEqualTo("2028-04-30");
    assertThat(duties(ahead, Progress.NEW)).containsExactlyInAnyOrder(
        "MUST notice 2026-04-07 办法18、细则三(二)", "MUST report-department 2026-04-07 细则三(二)",
        "MUST report-province 2026-04-07 细则三(二)", "MUST circulate 2026-04-07 细则三(二)");
    assertThat(duties(ahead, Progress.LATER)).contains("MUST stop-settlement 2026-04-30 细则二、办法12");
    assertThat(ahead.nextChange().orElseThrow().days().getStart()).isEqualTo("2026-04-30");
  }

  @Test
  @DisplayName("撤销一次扣分：暂停随之自始无效，已停的日子恢复")
  void withdrawal() {
    Foresight ahead = Panel.of(
        NINE + SUSPENDED + "  - {on: 2026-05-20, what: withdrawn, id: w1, of: d3}\n", "w1", "2026-05-20");
    SanctionChange change = ahead.sanctions().getFirst();
    assertThat(change.sanction()).isEqualTo(new FactId("s1"));
    assertThat(change.falls()).isTrue();
    assertThat(ahead.ladderBefore().total()).isEqualTo(9);
    assertThat(ahead.ladderAfter().total()).isEqualTo(8);
    assertThat(changes(ahead)).containsExactly(
        "2026-04-30/2026-06-30 suspended[points] effective[]",
        "2026-06-30/2027-01-01 suspended[not-applied] effective[]",
        "2027-01-01/+999999999-12-31 ended[expired] effective[]");
    assertThat(duties(ahead, Progress.FALLS)).contains("MUST stop-settlement 2026-04-30 细则二、办法12");
    Foresight whole = Panel.of(
        NINE + SUSPENDED + "  - {on: 2026-05-20, what: withdrawn, id: w1, of: s1}\n", "w1", "2026-05-20");
    assertThat(whole.sanctions().getFirst().after()).isNull();
    assertThat(duties(whole, Progress.NEW)).containsExactly("MAY consider-suspension 2026-04-01 细则三(二)");
  }

  @Test
  @DisplayName("缓期至 05-20：首末两日顺移；生效之后再缓则不予受理")
  void deferral() {
    String deferred = "  - {on: 2026-04-20, what: deferred, id: f1, of: s1, through: 2026-05-20}\n";
    Foresight ahead = Panel.of(NINE + SUSPENDED + deferred, "f1", "2026-04-20");
    assertThat(sanction(ahead).first()).isEqualTo("2026-05-21");
    assertThat(sanction(ahead).last()).isEqualTo("2026-07-20");
    assertThat(changes(ahead).getFirst()).isEqualTo("2026-04-30/2026-05-21 suspended[points] effective[]");
    Foresight late = Panel.of(NINE + SUSPENDED + deferred.replace("04-20", "04-30"), "f1", "2026-04-30");
    assertThat(late.refusal().orElseThrow().word()).isEqualTo(Word.BACK_DATED);
  }

  @Test
  @DisplayName("更正条目：三号扣分本应两分，合计十分，暂停不变；改成不存在的条目则不予受理")
  void correction() {
    String corrected = "  - {on: 2026-05-06, what: corrected, id: c1, of: d3, item: \"2.2\"}\n";
    Foresight ahead = Panel.of(NINE + SUSPENDED + corrected, "c1", "2026-05-06");
    assertThat(ahead.ladderBefore().total()).isEqualTo(9);
    assertThat(ahead.ladderAfter().total()).isEqualTo(10);
    assertThat(ahead.sanctions()).isEmpty();
    assertThat(ahead.standingUnchanged()).isTrue();
    Foresight wrong = Panel.of(NINE + SUSPENDED + corrected.replace("2.2", "9.9"), "c1", "2026-05-06");
    assertThat(wrong.refusal().orElseThrow().word()).isEqualTo(Word.UNKNOWN_ITEM);
  }

  @Test
  @DisplayName("签订协议也能预见：签订之日起有效，期满为止；从未签订则扣分不予受理")
  void signing() {
    String signed = "edition: anhui-2019\ngiven:\n"
        + "  - {on: 2026-05-06, what: signed, id: a1, person: zhang, at: h1, through: 2026-12-31, renews: false}\n";
    Foresight ahead = Panel.of(signed, "a1", "2026-05-06");
    assertThat(changes(ahead)).containsExactly(
        "2026-05-06/2027-01-01 none[unknown-code] effective[]",
        "2027-01-01/+999999999-12-31 none[unknown-code] ended[expired]");
    Foresight never = Panel.of(
        "edition: anhui-2019\ngiven:\n  - {on: 2026-05-06, what: deducted, id: d1, person: zhang, at: h1,"
            + " item: \"1.1\", act: 2026-05-01}\n", "d1", "2026-05-06");
    assertThat(never.refusal().orElseThrow().word()).isEqualTo(Word.UNKNOWN_PERSON);
    assertThat(never.ladderAfter().total()).isZero();
  }
}
