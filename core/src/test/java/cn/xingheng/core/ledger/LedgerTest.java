package cn.xingheng.core.ledger;

import static cn.xingheng.core.rulebook.SampleEdition.reading;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.agreement.RenewalBlock;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.register.Register;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.Reading;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.SampleEdition;
import cn.xingheng.core.rulebook.Window;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.threeten.extra.LocalDateRange;

@DisplayName("扣分台账")
class LedgerTest {

  private static final PersonId ZHANG = new PersonId("zhang");
  private static final InstitutionId H1 = new InstitutionId("h1");
  private static final Account HEFEI = new Account(new RegionId("hefei"));
  private static final Account WUHU = new Account(new RegionId("wuhu"));
  private static final Account PROVINCE = new Account(null);
  private static final Law HIGHEST = law(reading(ReadingKey.SAME_INCIDENT, "highest", "sum"));
  private static final Law SUM = law(reading(ReadingKey.SAME_INCIDENT, "sum", "highest"));
  private static final LocalDate END = LocalDate.of(2026, 12, 31);

  private static Law law(Reading... readings) {
    return SampleEdition.law(SampleEdition.with(24, false, readings));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Entry entry(
      String id, Account account, String item, int times, String on, String counts, @Nullable String incident) {
    Edition edition = HIGHEST.edition();
    Item found = edition.findItem(item).orElseThrow();
    Deducted fact = new Deducted(
        new Head(new FactId(id), day(on), day(on)), ZHANG, H1, item, times, day(counts), day(counts), incident, null,
        Service.NONE, Money.ZERO, null);
    return new Entry(fact, found, account, day(counts), List.of());
  }

  private static Entry simple(String id, String item, String on) {
    return entry(id, HEFEI, item, 1, on, on, null);
  }

  @Test
  @DisplayName("按决定日排列，同日按编号；分数是条目分乘次数")
  void order() {
    Entry a = simple("a", "one", "2026-02-01");
    Entry b = simple("b", "six", "2026-02-01");
    Entry c = entry("c", HEFEI, "six", 3, "2026-01-01", "2026-01-01", null);
    Ledger ledger = Ledger.reckon(HIGHEST, List.of(b, a, c));
    assertThat(ledger.entries()).containsExactly(c, a, b);
    assertThat(c.points()).isEqualTo(18);
    assertThat(Ledger.total(ledger.entries())).isEqualTo(25);
    assertThat(Ledger.total(List.of())).isZero();
    assertThat(ledger.accounts()).containsExactly(HEFEI);
  }

  @Test
  @DisplayName("只计当日为止决定的、本账户的、本周期的")
  void counting() {
    Entry early = simple("a", "one", "2025-12-31");
    Entry late = simple("b", "one", "2026-03-01");
    Entry elsewhere = entry("c", WUHU, "one", 1, "2026-02-01", "2026-02-01", null);
    Ledger ledger = Ledger.reckon(HIGHEST, List.of(early, late, elsewhere));
    assertThat(ledger.counting(HEFEI, day("2026-02-28"))).containsExactly(early);
    assertThat(ledger.counting(HEFEI, day("2026-03-01"))).containsExactly(early, late);
    assertThat(ledger.counting(HEFEI, Periods.calendarYear(2026), END)).containsExactly(late);
    assertThat(ledger.counting(HEFEI, Periods.calendarYear(2025), END)).containsExactly(early);
    assertThat(ledger.counting(END)).containsExactly(early, elsewhere, late);
    assertThat(ledger.accounts()).containsExactly(HEFEI, WUHU);
  }

  @Test
  @DisplayName("同一事件只计最高的一项，一样高的计先决定的；各账户各计各的")
  void incident() {
    Entry low = entry("a", HEFEI, "one", 1, "2026-01-01", "2026-01-01", "甲");
    Entry high = entry("b", HEFEI, "six", 1, "2026-02-01", "2026-02-01", "甲");
    Entry same = entry("c", HEFEI, "six", 1, "2026-03-01", "2026-03-01", "甲");
    Entry other = entry("d", HEFEI, "one", 1, "2026-03-02", "2026-03-02", "乙");
    Entry elsewhere = entry("e", WUHU, "one", 1, "2026-03-03", "2026-03-03", "甲");
    List<Entry> all = List.of(low, high, same, other, elsewhere);
    assertThat(Ledger.reckon(HIGHEST, all).counting(END)).containsExactly(high, other, elsewhere);
    assertThat(Ledger.reckon(HIGHEST, all).counting(day("2026-01-31"))).containsExactly(low);
    assertThat(Ledger.reckon(SUM, all).counting(END)).containsExactlyElementsOf(all);
  }

  @Test
  @DisplayName("哪一天累计达到：达到当天算，达不到的永远不算")
  void reached() {
    List<Entry> entries = List.of(simple("a", "six", "2026-01-05"), simple("b", "one", "2026-02-05"));
    assertThat(Ledger.reached(entries, 6)).isEqualTo(day("2026-01-05"));
    assertThat(Ledger.reached(entries, 7)).isEqualTo(day("2026-02-05"));
    assertThat(Ledger.reached(entries, 8)).isEqualTo(LocalDate.MAX);
  }

  @Test
  @DisplayName("一个地区的账户只管本地区，全省的账户都管")
  void accounts() {
    assertThat(HEFEI.covers(new RegionId("hefei"))).isTrue();
    assertThat(HEFEI.covers(new RegionId("wuhu"))).isFalse();
    assertThat(PROVINCE.covers(new RegionId("wuhu"))).isTrue();
    assertThat(HEFEI).hasToString("hefei");
    assertThat(PROVINCE).hasToString("全省");
  }

  private static Course course(String id, String from) {
    Signed signed = new Signed(new Head(new FactId(id), day(from), day(from)), ZHANG, H1, day(from), null, null);
    return Course.reckon(
        HIGHEST, signed, Register.reckon(List.of()).institution(H1), List.of(), RenewalBlock.NONE, day(from));
  }

  private static final Account R1 = new Account(Register.UNNAMED);

  @Test
  @DisplayName("自然年：元旦起，年底止，不问协议")
  void calendarYear() {
    Periods periods = Periods.reckon(law(reading(ReadingKey.YEAR, "calendar")), List.of(course("a", "2025-04-10")));
    assertThat(periods.of(Window.YEAR, R1, day("2026-04-09")))
        .isEqualTo(LocalDateRange.of(day("2026-01-01"), day("2027-01-01")));
  }

  @Test
  @DisplayName("协议年：周年日起算，周年前一日仍在上一年；签订之前和别的账户按自然年")
  void agreementYear() {
    Periods periods = Periods.reckon(law(reading(ReadingKey.YEAR, "agreement")), List.of(course("a", "2025-04-10")));
    LocalDateRange first = LocalDateRange.of(day("2025-04-10"), day("2026-04-10"));
    assertThat(periods.of(Window.YEAR, R1, day("2025-04-10"))).isEqualTo(first);
    assertThat(periods.of(Window.YEAR, R1, day("2026-04-09"))).isEqualTo(first);
    assertThat(periods.of(Window.YEAR, R1, day("2026-04-10")))
        .isEqualTo(LocalDateRange.of(day("2026-04-10"), day("2027-04-10")));
    assertThat(periods.of(Window.YEAR, R1, day("2025-04-09"))).isEqualTo(Periods.calendarYear(2025));
    assertThat(periods.of(Window.YEAR, WUHU, day("2025-06-01"))).isEqualTo(Periods.calendarYear(2025));
  }

  @Test
  @DisplayName("协议期：当日有效的取最早的，没有有效的取最后开始的")
  void terms() {
    Course old = course("a", "2020-01-01");
    Course first = course("b", "2025-01-01");
    Course second = course("c", "2025-07-01");
    Periods periods = Periods.reckon(HIGHEST, List.of(second, first, old));
    assertThat(periods.governing(R1, day("2025-08-01"))).contains(first);
    assertThat(periods.governing(R1, day("2027-03-01"))).contains(second);
    assertThat(periods.governing(R1, day("2028-03-01"))).contains(second);
    assertThat(periods.governing(R1, day("2023-03-01"))).contains(old);
    assertThat(periods.governing(R1, day("2019-12-31"))).isEmpty();
    assertThat(periods.of(Window.TERM, R1, day("2025-08-01")))
        .isEqualTo(LocalDateRange.of(day("2025-01-01"), day("2027-01-01")));
    assertThat(periods.of(Window.TERM, R1, day("2019-08-01"))).isEqualTo(Periods.calendarYear(2019));
  }
}
