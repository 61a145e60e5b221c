package cn.xingheng.core.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.InstitutionFact.Closed;
import cn.xingheng.core.facts.InstitutionFact.Halted;
import cn.xingheng.core.facts.InstitutionFact.Opened;
import cn.xingheng.core.facts.InstitutionFact.Restored;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.threeten.extra.LocalDateRange;

@DisplayName("机构名册")
class RegisterTest {

  private static final InstitutionId H1 = new InstitutionId("h1");
  private static final InstitutionId H2 = new InstitutionId("h2");
  private static final RegionId HEFEI = new RegionId("hefei");

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Head head(String id) {
    return new Head(new FactId(id), day("2024-12-01"), day("2024-12-01"));
  }

  private static Opened opened(String id, RegionId region, String from, @Nullable String through) {
    return new Opened(head(id), H1, region, 3, day(from), through == null ? null : day(through), null);
  }

  private static Halted halted(String id, String from, @Nullable String through) {
    return new Halted(head(id), H1, day(from), through == null ? null : day(through), List.of());
  }

  private static Institution h1(InstitutionFact... facts) {
    return Register.reckon(List.of(facts)).institution(H1);
  }

  @Test
  @DisplayName("谁也没有提到的机构一直有效，在未命名的地区")
  void unnamed() {
    Institution nobody = Register.reckon(List.of()).institution(H2);
    assertThat(nobody.inForceOn(LocalDate.MIN)).isTrue();
    assertThat(nobody.region()).isEqualTo(Register.UNNAMED);
    assertThat(nobody.throughOn(day("2026-01-01"))).isEqualTo(LocalDate.MAX);
    assertThat(nobody.haltOn(day("2026-01-01"))).isEmpty();
    assertThat(nobody.lastDay()).isEqualTo(LocalDate.MIN);
  }

  @Test
  @DisplayName("协议期首日、末日都有效，前一日、后一日无效")
  void bounds() {
    Institution open = h1(opened("o1", HEFEI, "2025-01-01", "2026-12-31"));
    assertThat(open.inForceOn(day("2024-12-31"))).isFalse();
    assertThat(open.inForceOn(day("2025-01-01"))).isTrue();
    assertThat(open.inForceOn(day("2026-12-31"))).isTrue();
    assertThat(open.inForceOn(day("2027-01-01"))).isFalse();
    assertThat(open.throughOn(day("2025-06-01"))).isEqualTo(day("2026-12-31"));
    assertThat(open.throughOn(day("2027-01-01"))).isEqualTo(LocalDate.MAX);
    assertThat(open.lastDay()).isEqualTo(day("2026-12-31"));
    assertThat(h1(opened("o1", HEFEI, "2025-01-01", null)).lastDay()).isEqualTo(day("2025-01-01"));
  }

  @Test
  @DisplayName("几份协议按首日排列，地区随最后一份，覆盖同一天的取后一份")
  void several() {
    Opened later = opened("o2", HEFEI, "2026-01-01", null);
    Opened earlier = opened("o1", new RegionId("wuhu"), "2025-01-01", "2026-03-31");
    Institution both = h1(later, earlier);
    assertThat(both.opened()).containsExactly(earlier, later);
    assertThat(both.region()).isEqualTo(HEFEI);
    assertThat(Register.reckon(List.of(later, earlier)).region(H1)).isEqualTo(HEFEI);
    assertThat(both.agreementOn(day("2025-12-31"))).contains(earlier);
    assertThat(both.agreementOn(day("2026-02-01"))).contains(later);
    assertThat(both.lastDay()).isEqualTo(day("2026-03-31"));
  }

  @Test
  @DisplayName("暂停到末日为止，或到恢复那天为止，恢复当日不再暂停")
  void halts() {
    Institution halted = h1(
        halted("p2", "2026-05-01", null),
        halted("p1", "2026-01-01", "2026-01-31"),
        new Restored(head("e2"), H1, day("2026-06-10")),
        new Restored(head("e1"), H1, day("2026-05-20")));
    assertThat(halted.halts()).containsExactly(
        new Halt(LocalDateRange.of(day("2026-01-01"), day("2026-02-01")), List.of(new FactId("p1"))),
        new Halt(
            LocalDateRange.of(day("2026-05-01"), day("2026-05-20")), List.of(new FactId("p2"), new FactId("e1"))));
    assertThat(halted.haltOn(day("2026-01-31"))).isPresent();
    assertThat(halted.haltOn(day("2026-02-01"))).isEmpty();
    assertThat(halted.haltOn(day("2026-05-19"))).isPresent();
    assertThat(halted.haltOn(day("2026-05-20"))).isEmpty();
  }

  @Test
  @DisplayName("暂停之前、末日之后的恢复与它无关；首日的恢复使它一天也不剩")
  void strayRestorations() {
    LocalDateRange january = LocalDateRange.of(day("2026-01-05"), day("2026-02-01"));
    assertThat(days(new Restored(head("e1"), H1, day("2026-01-04")))).isEqualTo(january);
    assertThat(days(new Restored(head("e1"), H1, day("2026-02-01")))).isEqualTo(january);
    assertThat(days(new Restored(head("e1"), H1, day("2026-01-05"))))
        .isEqualTo(LocalDateRange.ofEmpty(day("2026-01-05")));
  }

  private static LocalDateRange days(Restored restored) {
    return h1(halted("p1", "2026-01-05", "2026-01-31"), restored).halts().getFirst().days();
  }

  @Test
  @DisplayName("解除当日起无效；没有协议记录的机构也一样")
  void closed() {
    Closed end = new Closed(head("c1"), H1, day("2026-04-01"), List.of());
    Institution open = h1(end, opened("o1", HEFEI, "2025-01-01", "2026-12-31"));
    assertThat(open.inForceOn(day("2026-03-31"))).isTrue();
    assertThat(open.inForceOn(day("2026-04-01"))).isFalse();
    assertThat(open.lastDay()).isEqualTo(day("2026-12-31"));
    Institution silent = h1(end);
    assertThat(silent.inForceOn(day("2026-03-31"))).isTrue();
    assertThat(silent.inForceOn(day("2026-04-01"))).isFalse();
    assertThat(silent.lastDay()).isEqualTo(day("2026-04-01"));
    assertThat(silent.closedWithin(day("2026-04-01"), day("2026-04-02"))).contains(end);
    assertThat(silent.closedWithin(day("2026-03-01"), day("2026-04-01"))).isEmpty();
    assertThat(silent.closedWithin(day("2026-04-02"), day("2026-05-01"))).isEmpty();
  }

  @Test
  @DisplayName("解除之后新签的协议重新有效")
  void reopened() {
    Institution again = h1(
        opened("o1", HEFEI, "2025-01-01", null),
        new Closed(head("c1"), H1, day("2026-04-01"), List.of()),
        opened("o2", HEFEI, "2026-07-01", null));
    assertThat(again.inForceOn(day("2026-06-30"))).isFalse();
    assertThat(again.inForceOn(day("2026-07-01"))).isTrue();
    assertThat(again.lastDay()).isEqualTo(day("2026-07-01"));
  }
}
