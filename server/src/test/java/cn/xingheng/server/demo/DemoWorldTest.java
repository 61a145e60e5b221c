package cn.xingheng.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.FactKind;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.InstitutionTier;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Duties;
import cn.xingheng.core.standing.DutyState;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.core.standing.Qualification;
import cn.xingheng.core.standing.Qualifications;
import cn.xingheng.core.standing.Rolls;
import cn.xingheng.core.standing.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("演示数据：平常大小的世界")
class DemoWorldTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static Told told;

  @BeforeAll
  static void tell() {
    told = Told.of(20_261_122L, TODAY, DemoWorld.USUAL);
  }

  @Test
  @DisplayName("每一条事实都被受理")
  void everyFactIsTaken() {
    assertThat(told.facts()).hasSizeGreaterThan(2 * DemoWorld.USUAL);
    assertThat(told.refused()).isEmpty();
  }

  @Test
  @DisplayName("对照：给没有扣分的人添一个暂停决定，就有一条不被受理")
  void anUnlawfulFactWouldShow() {
    DemoPhysician quiet = told.physicians().stream()
        .filter(each -> each.facts().size() == 1 && each.facts().getFirst().kind() == FactKind.SIGNED)
        .findFirst().orElseThrow();
    String province = quiet.person().province();
    List<Fact> facts = new ArrayList<>(Told.facts(told.world(), told.physicians(), province));
    FactId id = new FactId("x-bad-1");
    facts.add(new Suspended(
        new Head(id, TODAY, TODAY), quiet.person().id(), 1, Service.NONE, null, null, "points"));
    Book book = Book.reckon(Objects.requireNonNull(told.world().laws().get(province)), facts);
    assertThat(book.judgment(id)).containsInstanceOf(Judgment.Refused.class);
  }

  @Test
  @DisplayName("各种状态和原因都有，有效的占八成半到九成")
  void everyKindOfStandingIsThere() {
    Map<Standing, Integer> standings = new EnumMap<>(Standing.class);
    Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
    for (DemoPhysician physician : told.physicians()) {
      Dossier dossier = told.dossier(physician);
      InstitutionId site = dossier.sites().isEmpty()
          ? told.world().keyHolder() : Qualifications.sites(dossier, TODAY).getFirst();
      Set<Cause> found = EnumSet.noneOf(Cause.class);
      standings.merge(Qualifications.fold(dossier, site, TODAY, found), 1, Integer::sum);
      found.forEach(cause -> causes.merge(cause, 1, Integer::sum));
    }
    assertThat(standings.get(Standing.EFFECTIVE)).isBetween(
        DemoWorld.USUAL * 85 / 100, DemoWorld.USUAL * 91 / 100);
    assertThat(standings.get(Standing.UNRESOLVED)).isGreaterThanOrEqualTo(5);
    assertThat(standings.get(Standing.NONE)).isGreaterThan(20);
    for (Cause cause : Set.of(
        Cause.POINTS, Cause.PENDING_REVIEW, Cause.NOT_APPLIED, Cause.RESUMPTION_REFUSED, Cause.TERMINATED,
        Cause.BARRED, Cause.LEFT, Cause.EXPIRED, Cause.NOT_SIGNED, Cause.LICENCE_REVOKED,
        Cause.REGISTRATION_CANCELLED, Cause.PRACTICE_SUSPENDED, Cause.PRESCRIBING_STOPPED, Cause.INSTITUTION,
        Cause.STATED)) {
      assertThat(causes.getOrDefault(cause, 0)).as(cause.word())
          .isGreaterThanOrEqualTo(cause == Cause.STATED ? 5 : 10);
    }
  }

  @Test
  @DisplayName("各种事实都有：来院服务、异议、撤销、更正、缓期、不予暂停、重新申请、考评、荣誉、违约金等")
  void everyKindOfFactIsThere() {
    Map<FactKind, Integer> kinds = new EnumMap<>(FactKind.class);
    told.facts().forEach(fact -> kinds.merge(fact.kind(), 1, Integer::sum));
    Set<FactKind> others = EnumSet.of(FactKind.COMMITTED, FactKind.REPAIRED, FactKind.NOT_SCORED);
    Set<FactKind> few = EnumSet.of(
        FactKind.INSTITUTION_SUSPENDED, FactKind.INSTITUTION_RESTORED, FactKind.INSTITUTION_ENDED, FactKind.REWARD,
        FactKind.BAR_EXTENDED, FactKind.MEASURE_LIFTED);
    for (FactKind kind : EnumSet.complementOf(EnumSet.copyOf(others))) {
      assertThat(kinds.getOrDefault(kind, 0)).as(kind.word()).isGreaterThanOrEqualTo(few.contains(kind) ? 1 : 10);
    }
    assertThat(kinds).doesNotContainKeys(others.toArray(FactKind[]::new));
  }

  @Test
  @DisplayName("处理决定有在执行的、未到生效日的、未送达的、失去依据的")
  void sanctionsInEveryStage() {
    int ahead = 0;
    int running = 0;
    Map<Sanction.Status, Integer> statuses = new EnumMap<>(Sanction.Status.class);
    for (DemoPhysician physician : told.physicians()) {
      for (Sanction sanction : told.dossier(physician).sanctions().all()) {
        statuses.merge(sanction.status(), 1, Integer::sum);
        if (sanction.runs()) {
          ahead += sanction.days().getStart().isAfter(TODAY) ? 1 : 0;
          running += sanction.days().contains(TODAY) ? 1 : 0;
        }
      }
    }
    assertThat(ahead).isGreaterThanOrEqualTo(20);
    assertThat(running).isGreaterThanOrEqualTo(50);
    assertThat(statuses.getOrDefault(Sanction.Status.NOT_SERVED, 0)).isGreaterThanOrEqualTo(10);
  }

  @Test
  @DisplayName("义务有待办的，也有办了的")
  void dutiesOpenAndDone() {
    Map<Duty, Integer> due = new EnumMap<>(Duty.class);
    int done = 0;
    for (DemoPhysician physician : told.physicians()) {
      if (physician.facts().size() > 1) {
        for (DutyState state : Duties.reckon(told.dossier(physician), TODAY)) {
          done += state.due() ? 0 : 1;
          if (state.due()) {
            due.merge(state.duty(), 1, Integer::sum);
          }
        }
      }
    }
    assertThat(done).isGreaterThan(500);
    for (Duty duty : Duty.values()) {
      boolean rare = duty == Duty.INSTITUTION_CONSEQUENCE
          || duty == Duty.ALERT_OTHER_AGENCY;
      assertThat(due.getOrDefault(duty, 0)).as(duty.word()).isGreaterThanOrEqualTo(rare ? 0 : 5);
    }
  }

  @Test
  @DisplayName("一家机构差一步到最低一档，一家已到；都由归集算出")
  void institutionsCloseToATierAndOnIt() {
    WorldFile file = WorldFile.shipped();
    for (WorldFile.Province province : file.provinces()) {
      Book book = Objects.requireNonNull(told.books().get(province.id()));
      for (WorldFile.Site site : province.areas().stream().flatMap(area -> area.institutions().stream()).toList()) {
        boolean near = site.state() == WorldFile.State.NEAR_TIER;
        if (near || site.state() == WorldFile.State.TIER) {
          InstitutionTier lowest = book.law().edition().institutionTiers().getFirst();
          Consequence found = Rolls.reckon(book, new InstitutionId(site.code()), TODAY, TODAY);
          int lightest = new Scale(book.law().edition()).lightest();
          assertThat(found.tier().isPresent()).isEqualTo(!near);
          assertThat(found.points()).isBetween(lowest.points() - lightest, lowest.points() - (near ? 1 : -lightest));
          assertThat(found.due()).isEqualTo(!near);
        }
      }
    }
    assertThat(file.provinces().stream().flatMap(province -> province.areas().stream())
        .flatMap(area -> area.institutions().stream()).map(WorldFile.Site::state))
        .contains(WorldFile.State.values());
  }

  @Test
  @DisplayName("来院服务的人在接收医院有效；多点执业的人在两处有效")
  void visitorsAndSeveralSites() {
    long visiting = told.physicians().stream().map(told::dossier)
        .filter(dossier -> Qualifications.sites(dossier, TODAY).stream()
            .anyMatch(site -> Qualifications.visitedOn(dossier, site, TODAY) && effective(dossier, site)))
        .count();
    long several = told.physicians().stream().map(told::dossier)
        .filter(dossier -> Qualifications.sites(dossier, TODAY).stream()
            .filter(site -> dossier.inForce(site, TODAY).isPresent() && effective(dossier, site)).count() > 1)
        .count();
    assertThat(visiting).isGreaterThanOrEqualTo(30);
    assertThat(several).isGreaterThanOrEqualTo(60);
  }

  @Test
  @DisplayName("没有一条事实晚于今天，录入不早于发生，有些晚录；编号不重复")
  void daysAndIds() {
    List<Fact> facts = told.facts();
    assertThat(facts).noneMatch(fact -> fact.recorded().isAfter(TODAY) || fact.recorded().isBefore(fact.on()));
    assertThat(facts.stream().filter(fact -> fact.recorded().isAfter(fact.on()))).hasSizeGreaterThan(40);
    assertThat(facts.stream().map(Fact::id).distinct()).hasSameSizeAs(facts);
    assertThat(told.physicians().stream().map(each -> each.person().id()).distinct())
        .hasSize(DemoWorld.USUAL).contains(new PersonId("p-000001"));
  }

  private static boolean effective(Dossier dossier, InstitutionId site) {
    Qualification found = Qualifications.reckon(dossier, site, TODAY);
    return found.standing() == Standing.EFFECTIVE;
  }
}
