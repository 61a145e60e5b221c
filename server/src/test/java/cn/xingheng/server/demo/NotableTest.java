package cn.xingheng.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.FactKind;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Qualification;
import cn.xingheng.core.standing.Qualifications;
import cn.xingheng.core.standing.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("演示数据：供查看的固定人员")
class NotableTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static Told told;

  @BeforeAll
  static void tell() {
    told = Told.of(1L, TODAY, DemoWorld.FEWEST);
  }

  /** How each must stand; the first cause, or none. */
  private static final Map<String, String> STANDS = Map.ofEntries(
      Map.entry("suspended", "suspended points"), Map.entry("what-if", "effective"),
      Map.entry("pending-review", "suspended pending-review"), Map.entry("terminated", "ended terminated"),
      Map.entry("objection", "effective"), Map.entry("visiting", "effective"),
      Map.entry("institution-halted", "suspended institution"), Map.entry("not-applied", "suspended not-applied"),
      Map.entry("resumption-refused", "suspended resumption-refused"), Map.entry("not-yet", "effective"),
      Map.entry("not-served", "effective"), Map.entry("in-band", "effective"), Map.entry("signed-again", "effective"),
      Map.entry("withdrawn", "effective"), Map.entry("corrected", "effective"), Map.entry("deferred", "effective"),
      Map.entry("upheld", "effective"), Map.entry("left", "ended left"), Map.entry("multi-site", "effective"),
      Map.entry("licence-revoked", "suspended licence-revoked"),
      Map.entry("prescribing-stopped", "suspended prescribing-stopped"), Map.entry("overdue", "effective"),
      Map.entry("terminate-due", "effective"), Map.entry("lyg-suspended", "suspended points"),
      Map.entry("lyg-honoured", "effective"), Map.entry("lyg-terminated", "ended terminated"),
      Map.entry("unresolved", "unresolved stated"));

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-22", "2026-12-31", "2027-01-04", "2027-03-15"})
  @DisplayName("每人正是所说的状态")
  void eachStandsAsDescribed(LocalDate today) {
    Told then = Told.of(1L, today, DemoWorld.FEWEST);
    for (Notable notable : then.world().notable()) {
      Dossier dossier = then.dossier(then.physician(notable.person()));
      Qualification found = Qualifications.reckon(dossier, notable.at(), today);
      String stands = found.standing().word() + found.first().map(cause -> " " + cause.word()).orElse("");
      assertThat(stands).as(notable.key() + " " + then.physician(notable.person()).facts())
          .isEqualTo(STANDS.get(notable.key()));
      assertThat(notable.description()).doesNotContain("{", "}", "—");
    }
    assertThat(then.world().notable().stream().map(Notable::key))
        .as("none is lost on this day").containsExactlyInAnyOrderElementsOf(STANDS.keySet());
  }

  @Test
  @DisplayName("被暂停的人：三次扣分共 9 分；供推演的人：差一分到可以暂停，再扣 2 分进入该档")
  void theSuspendedAndTheWhatIf() {
    Dossier suspended = dossier("suspended");
    Scale scale = new Scale(suspended.law().edition());
    assertThat(suspended.ledger().counting(TODAY)).hasSize(3);
    assertThat(Ledger.total(suspended.ledger().counting(TODAY))).isEqualTo(9).isEqualTo(scale.suspension().least());
    int points = Ledger.total(dossier("what-if").ledger().counting(TODAY));
    assertThat(points).isEqualTo(8);
    assertThat(points + 2).isBetween(scale.suspension().least(), scale.suspension().most());
    assertThat(dossier("what-if").ledger().entries()).allMatch(entry -> entry.on().getYear() == TODAY.getYear());
    assertThat(Ledger.total(dossier("in-band").ledger().counting(TODAY))).isEqualTo(10);
  }

  @Test
  @DisplayName("处理决定的阶段正如所说：未送达、未到生效日、缓期")
  void sanctionsAsDescribed() {
    assertThat(last("not-served").status()).isEqualTo(Sanction.Status.NOT_SERVED);
    assertThat(last("not-yet").days().getStart()).isAfter(TODAY);
    assertThat(last("deferred").shaping()).isNotEmpty();
    assertThat(last("deferred").days().getStart()).isAfter(TODAY);
    assertThat(dossier("terminated").exclusions().getFirst().days().contains(TODAY)).isTrue();
    assertThat(dossier("signed-again").exclusions().getFirst().days().contains(TODAY)).isFalse();
  }

  @Test
  @DisplayName("撤销、异议成立的人没有计入的扣分；异议待答复的没有答复；荣誉在期内")
  void revisionsAsDescribed() {
    assertThat(dossier("withdrawn").ledger().entries()).isEmpty();
    assertThat(dossier("upheld").ledger().entries()).isEmpty();
    assertThat(kinds("objection")).contains(FactKind.OBJECTED).doesNotContain(FactKind.OBJECTION_ANSWERED);
    assertThat(kinds("corrected")).contains(FactKind.CORRECTED);
    assertThat(kinds("lyg-honoured")).contains(FactKind.HONOURED).doesNotContain(FactKind.DEDUCTED);
    assertThat(kinds("visiting")).contains(FactKind.VISITING);
  }

  @Test
  @DisplayName("换了种子、换了人数，固定人员一字不差；其他人不同")
  void stableAcrossSeeds() {
    List<DemoPhysician> one = DemoWorld.plan(2L, TODAY, 1000).physicians().limit(60).toList();
    List<DemoPhysician> other = told.physicians().subList(0, 60);
    int fixed = told.world().notable().size();
    assertThat(one.subList(0, fixed)).isEqualTo(other.subList(0, fixed));
    assertThat(one.subList(fixed, 60)).isNotEqualTo(other.subList(fixed, 60));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "2026-01-03", "2026-03-01", "2026-12-31", "2027-01-01", "2027-01-04", "2027-03-15", "2027-12-30"})
  @DisplayName("任何一天都没有不被受理的事实，也都有在执行的暂停；2027 年日历未公布时亦然")
  void lawfulOnOtherDays(LocalDate today) {
    Told then = Told.of(7L, today, 1500);
    assertThat(then.refused()).isEmpty();
    assertThat(then.facts()).noneMatch(fact -> fact.recorded().isAfter(today));
    long suspended = then.physicians().stream()
        .flatMap(each -> Stream.of(then.dossier(each)))
        .filter(dossier -> dossier.sites().stream().anyMatch(site -> {
          EnumSet<Cause> causes = EnumSet.noneOf(Cause.class);
          return Qualifications.fold(dossier, site, today, causes) == Standing.SUSPENDED
              && causes.contains(Cause.POINTS);
        }))
        .count();
    assertThat(suspended).isGreaterThanOrEqualTo(5);
  }

  @Test
  @DisplayName("对照：少了一次扣分，同一暂停就没有依据，今天有效")
  void withoutOneDeductionTheSuspensionWouldFall() {
    Notable notable = told.world().notable().getFirst();
    DemoPhysician physician = told.physician(notable.person());
    String province = physician.person().province();
    List<Fact> facts = new ArrayList<>(Objects.requireNonNull(told.world().institutionFacts().get(province)));
    facts.addAll(physician.facts());
    facts.remove(
        physician.facts().stream().filter(fact -> fact.kind() == FactKind.DEDUCTED).findFirst().orElseThrow());
    Book book = Book.reckon(Objects.requireNonNull(told.world().laws().get(province)), facts);
    Qualification found = Qualifications.reckon(book.dossier(notable.person(), TODAY), notable.at(), TODAY);
    assertThat(found.standing()).isEqualTo(Standing.EFFECTIVE);
  }

  private static Dossier dossier(String key) {
    return told.dossier(physician(key));
  }

  private static DemoPhysician physician(String key) {
    return told.physician(told.world().notable().stream()
        .filter(notable -> notable.key().equals(key)).findFirst().orElseThrow().person());
  }

  private static Sanction last(String key) {
    return dossier(key).sanctions().all().getLast();
  }

  private static List<FactKind> kinds(String key) {
    return physician(key).facts().stream().map(Fact::kind).toList();
  }
}
