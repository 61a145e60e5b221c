package cn.xingheng.law.foresight;

import static cn.xingheng.law.foresight.Panel.changes;
import static cn.xingheng.law.foresight.Panel.duties;
import static cn.xingheng.law.foresight.Panel.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Refusal.Word;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.core.foresight.Choice;
import cn.xingheng.core.foresight.Counting;
import cn.xingheng.core.foresight.DutyAhead.Progress;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.core.foresight.Ladder;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Force;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("预见一次扣分")
class DeductionAheadTest {

  private static final String EIGHT = """
      edition: anhui-2019
      given:
        - {on: 2026-01-01, what: signed, person: zhang, at: h1}
        - {on: 2026-03-10, what: deducted, id: d1, person: zhang, at: h1, item: "3.1",
           act: 2026-02-20, served: 2026-03-11}
        - {on: 2026-03-19, what: interviewed, id: i1, person: zhang}
        - {on: 2026-04-20, what: deducted, id: d2, person: zhang, at: h1, item: "2.1",
           act: 2026-04-01, served: 2026-04-21}
      """;
  private static final String TWO_MORE = """
        - {on: 2026-06-16, what: deducted, id: d3, person: zhang, at: h1, item: "2.1", act: 2026-05-20,
           served: 2026-06-17, loss-yuan: "1286.40"}
      """;
  private static final String FIVE = """
      edition: lianyungang-2012
      given:
        - {on: 2026-01-01, what: signed, person: zhang, at: h1}
        - {on: 2026-03-02, what: deducted, id: d1, person: zhang, at: h1, item: "13.1",
           act: 2026-02-20, served: 2026-03-03}
      """;

  @Test
  @DisplayName("8 分再扣 2 分：资格不变，可以暂停一至三个月，逐一写出首末两日")
  void eightAndTwo() {
    Foresight ahead = Panel.of(EIGHT + TWO_MORE, "d3", "2026-06-16");
    assertThat(ahead.accepted()).isTrue();
    assertThat(ahead.before().points()).isEqualTo(8);
    assertThat(ahead.after().points()).isEqualTo(10);
    assertThat(ahead.after().remaining()).isEqualTo(2);
    assertThat(ahead.standingUnchanged()).isTrue();
    assertThat(ahead.nextChange()).isEmpty();
    assertThat(ahead.lines()).isEmpty();
    assertThat(duties(ahead, Progress.NEW)).containsExactly(
        "MAY consider-suspension 2026-06-16 细则三(二)", "MUST notice 2026-06-16 办法18、细则三(二)",
        "MUST recover-funds 2026-06-16 细则三(二)");
    assertThat(duties(ahead, Progress.DONE)).containsExactly("MUST interview 2026-03-10 细则三(二)");
    assertThat(ahead.duties(Progress.DONE).getFirst().done()).containsExactly(new FactId("i1"));
    assertThat(ahead.choices()).hasSize(1);
    Choice choice = ahead.choices().getFirst();
    assertThat(choice.force()).isEqualTo(Force.MAY);
    assertThat(choice.newly()).isTrue();
    assertThat(terms(choice)).containsExactly(
        "1 2026-07-10 2026-08-09", "2 2026-07-10 2026-09-09", "3 2026-07-10 2026-10-09");
  }

  @Test
  @DisplayName("06-17 送达，隔满 15 个工作日，端午三天跳过，07-10 最早生效")
  void counting() {
    Foresight ahead = Panel.of(EIGHT + TWO_MORE, "d3", "2026-06-16");
    Counting counting = Objects.requireNonNull(ahead.effect());
    assertThat(ahead.assumed()).isEqualTo("2026-06-17");
    assertThat(counting.earliest()).isEqualTo(new Firm(LocalDate.of(2026, 7, 10)));
    assertThat(counting.workingDays()).isEqualTo(15);
    assertThat(counting.counted()).hasSize(15).startsWith(LocalDate.of(2026, 6, 18), LocalDate.of(2026, 6, 22))
        .endsWith(LocalDate.of(2026, 7, 9));
    assertThat(counting.days().stream().filter(Counting.CountedDay::holiday).map(Counting.CountedDay::day))
        .containsExactly(LocalDate.of(2026, 6, 19), LocalDate.of(2026, 6, 20), LocalDate.of(2026, 6, 21));
    assertThat(counting.days().stream().filter(day -> day.counted() && day.holiday())).isEmpty();
  }

  @Test
  @DisplayName("再往前：再扣 2 分到 12 分应当解除；连续三年从 2024 年就不成")
  void next() {
    Foresight ahead = Panel.of(EIGHT + TWO_MORE, "d3", "2026-06-16");
    Ladder.Rung next = ahead.next().orElseThrow();
    assertThat(next.missing()).isEqualTo(2);
    assertThat(next.from()).isEqualTo(12);
    assertThat(next.force()).isEqualTo(Force.MUST);
    assertThat(next.consequence()).isInstanceOf(Consequence.Terminate.class);
    assertThat(next.citation()).hasToString("细则三(二)");
    assertThat(ahead.ladderAfter().rungs().stream().map(Ladder.Rung::from)).containsExactly(6, 9, 12);
    assertThat(ahead.ladderAfter().remaining()).contains(2);
    assertThat(ahead.ladderBefore().next().orElseThrow().missing()).isEqualTo(1);
    Ladder.Streak streak = ahead.ladderAfter().streaks().getFirst();
    assertThat(streak.broken()).contains(new Ladder.YearTotal(2024, 0, true));
    assertThat(streak.missing()).isZero();
    assertThat(ahead.trail().facts()).contains(new FactId("d1"), new FactId("d2"), new FactId("d3"), new FactId("i1"));
    assertThat(ahead.trail().lines()).anyMatch(line -> line.startsWith("再扣 2 分到 12 分"));
  }

  @Test
  @DisplayName("5、10、15 的阶梯：7 分仍在第一档，10 分换成第二档六个月")
  void tiers() {
    Foresight seven = Panel.of(FIVE + """
          - {on: 2026-03-20, what: deducted, id: d2, person: zhang, at: h1, item: "14.1",
             act: 2026-03-01, served: 2026-03-20}
        """, "d2", "2026-03-20");
    assertThat(seven.ladderAfter().rungs().stream().map(Ladder.Rung::from)).containsExactly(5, 10, 15);
    assertThat(seven.next().orElseThrow().missing()).isEqualTo(3);
    assertThat(seven.after().remaining()).isNull();
    assertThat(duties(seven, Progress.STILL)).contains("MUST suspend 2026-03-02 办法17");
    assertThat(seven.choices()).noneMatch(Choice::newly);
    Foresight ten = Panel.of(FIVE + """
          - {on: 2026-03-20, what: deducted, id: d2, person: zhang, at: h1, item: "13.2",
             act: 2026-03-01, served: 2026-03-20}
        """, "d2", "2026-03-20");
    assertThat(duties(ten, Progress.FALLS)).containsExactly("MUST suspend 2026-03-02 办法17");
    assertThat(duties(ten, Progress.NEW)).contains(
        "MUST suspend 2026-03-20 办法17", "MUST interview 2026-03-20 办法17");
    assertThat(ten.choices()).hasSize(1);
    assertThat(terms(ten.choices().getFirst())).containsExactly("6 2026-03-21 2026-09-20");
    assertThat(Objects.requireNonNull(ten.effect()).days()).isEmpty();
    assertThat(ten.next().orElseThrow().missing()).isEqualTo(5);
  }

  @Test
  @DisplayName("不予受理的扣分：写明理由，什么也不变")
  void refused() {
    Foresight ahead = Panel.of(EIGHT + """
          - {on: 2026-06-16, what: deducted, id: d3, person: zhang, at: h1, item: "9.9", act: 2026-05-20}
        """, "d3", "2026-06-16");
    assertThat(ahead.accepted()).isFalse();
    assertThat(ahead.refusal().orElseThrow().word()).isEqualTo(Word.UNKNOWN_ITEM);
    assertThat(ahead.after().points()).isEqualTo(8);
    assertThat(changes(ahead)).isEmpty();
    assertThat(ahead.duties(Progress.NEW)).isEmpty();
    assertThat(ahead.effect()).isNull();
    assertThat(ahead.trail().lines().getFirst()).startsWith("不计入：d3 不予受理（unknown-item）");
  }

  private static final String JANUARY = """
        - {on: 2027-01-05, what: deducted, id: d3, person: zhang, at: h1, item: "2.1",
           act: 2026-12-20, served: 2027-01-05}
      """;

  @Test
  @DisplayName("跨年：按决定日计入新年度；改按行为日则计入旧年度，当天的分数不变")
  void newYear() {
    Foresight decided = Panel.of(EIGHT + JANUARY, "d3", "2027-01-05");
    assertThat(decided.ladderAfter().period().getStart()).isEqualTo("2027-01-01");
    assertThat(decided.ladderBefore().total()).isZero();
    assertThat(decided.ladderAfter().total()).isEqualTo(2);
    assertThat(decided.choices()).isEmpty();
    Foresight acted = Panel.of("readings: {points-year: act}\n" + EIGHT + JANUARY, "d3", "2027-01-05");
    assertThat(acted.ladderAfter().period().getStart()).isEqualTo("2026-01-01");
    assertThat(acted.ladderBefore().total()).isEqualTo(8);
    assertThat(acted.ladderAfter().total()).isEqualTo(10);
    assertThat(acted.after().points()).isZero();
  }

  @Test
  @DisplayName("日历未公布：最早日和每一档的首末日都只给界限")
  void unpublished() {
    Foresight ahead = Panel.of(EIGHT + """
          - {on: 2026-12-21, what: deducted, id: d3, person: zhang, at: h1, item: "2.1",
             act: 2026-12-01, served: 2026-12-21}
        """, "d3", "2026-12-21");
    Counting counting = Objects.requireNonNull(ahead.effect());
    assertThat(counting.earliest()).isInstanceOfSatisfying(
        Provisional.class, range -> assertThat(range.missingYear()).isEqualTo(2027));
    assertThat(counting.counted()).hasSize(8);
    assertThat(counting.days()).hasSize(10);
    Choice.Term one = ahead.choices().getFirst().terms().getFirst();
    assertThat(one.refusal()).isEmpty();
    assertThat(one.first()).isEqualTo(counting.earliest());
    assertThat(one.last()).isInstanceOf(Provisional.class);
  }

  @Test
  @DisplayName("同日录入的暂停因这次扣分而不再受理，点名说出")
  void displaced() {
    String same = EIGHT + """
          - {on: 2026-05-06, what: deducted, id: d3, person: zhang, at: h1, item: "1.1",
             act: 2026-05-01, served: 2026-05-06}
          - {on: 2026-06-16, what: suspended, id: s1, person: zhang, months: 1, served: 2026-06-16}
        """;
    String six = TWO_MORE.replace("id: d3", "id: d4").replace("2.1", "3.1");
    Foresight ahead = Panel.of(same + six, "d4", "2026-06-16");
    assertThat(ahead.displaced()).singleElement().satisfies(
        one -> assertThat(one.fact()).isEqualTo(new FactId("s1")));
    Foresight later = Panel.of(same + six.replace("06-16", "06-17"), "d4", "2026-06-17");
    assertThat(later.displaced()).isEmpty();
  }

  @Test
  @DisplayName("关于机构的事实和已有的编号，不在此预见")
  void notHere() {
    String text = EIGHT + "  - {on: 2026-01-01, what: institution, id: x, institution: h1, region: r1, level: 2,"
        + " from: 2026-01-01}\n";
    assertThatThrownBy(() -> Panel.of(text, "x", "2026-06-16"))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("about an institution");
    Foresight ahead = Panel.of(EIGHT + TWO_MORE, "d3", "2026-06-10");
    assertThat(ahead.day()).isEqualTo("2026-06-16");
  }
}
