package cn.xingheng.server.claims;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.server.TestHouse;
import cn.xingheng.server.facts.ChangeDesk;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

@DisplayName("结算核查与推算")
class ClaimCheckTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final int DAYS = 2_100;
  private final ClaimWorld world = ClaimWorld.get();
  private final ClaimDesk desk = ClaimWorld.HOUSE.bean(ClaimDesk.class);
  private final FactDesk facts = ClaimWorld.HOUSE.bean(FactDesk.class);
  private final Map<String, Dossier> dossiers = new HashMap<>();

  private Dossier dossier(String person) {
    return dossiers.computeIfAbsent(
        person, id -> facts.gather(new PersonId(id)).history().knownAt(LocalDate.MAX));
  }

  private Map<String, String> holders() {
    Map<String, String> holders = new HashMap<>();
    world.physicians.forEach(
        one -> one.codes().forEach(grant -> holders.put(grant.code(), one.person().id().value())));
    return holders;
  }

  /** Lines of one institution: its own physicians and others', codes nobody holds, every setting and day. */
  private List<ClaimLine> lines(Random chance, InstitutionId site, int count) {
    List<String> codes = world.codes();
    List<String> own = new ArrayList<>();
    world.physicians.stream()
        .filter(one -> dossier(one.person().id().value()).sites().contains(site))
        .forEach(one -> one.codes().forEach(grant -> own.add(grant.code())));
    List<ClaimLine> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int kind = chance.nextInt(20);
      List<String> from = kind < 12 && !own.isEmpty() ? own : codes;
      String code = kind == 19 ? "Zz3nobody" + i : from.get(chance.nextInt(from.size()));
      lines.add(
          new ClaimLine(
              "l" + i, code, site.value(), FIRST.plusDays(chance.nextInt(DAYS)),
              Setting.values()[chance.nextInt(Setting.values().length)], i));
    }
    return lines;
  }

  @Test
  @DisplayName("几千行随机明细，与逐行推算的判定、原因、条文完全一致；判定维持到的那一天仍同，次日已变")
  void everyLineIsAnsweredAsReckoned() {
    Map<String, String> holders = holders();
    Random chance = new Random(20260616);
    Map<String, Integer> seen = new TreeMap<>();
    int moved = 0;
    for (InstitutionId site : world.institutions()) {
      List<ClaimLine> lines = lines(chance, site, 80);
      List<ClaimVerdict> verdicts = desk.check(site, lines);
      assertThat(verdicts).hasSameSizeAs(lines);
      for (int i = 0; i < lines.size(); i++) {
        ClaimLine line = lines.get(i);
        ClaimVerdict said = verdicts.get(i);
        assertThat(said.id()).isEqualTo(line.id());
        String person = holders.get(line.code());
        if (person == null) {
          assertThat(said.because()).isEqualTo("unknown-code");
          continue;
        }
        ClaimAnswer answer = answer(person, line, line.day());
        assertSame(line, said, answer);
        seen.merge(said.verdict() + " " + said.because(), 1, Integer::sum);
        moved += assertUntil(person, line, said, answer);
      }
    }
    assertThat(seen.keySet()).anyMatch(one -> one.startsWith("payable"))
        .anyMatch(one -> one.matches("(refused|excepted) points")).anyMatch(one -> one.startsWith("excepted"))
        .anyMatch(one -> one.startsWith("unresolved") || one.contains("stated"));
    assertThat(moved).isGreaterThan(200);
  }

  private ClaimAnswer answer(String person, ClaimLine line, LocalDate day) {
    return ClaimAnswer.reckon(
        dossier(person), new PersonId(person), new InstitutionId(line.institution()), day, line.setting());
  }

  private static void assertSame(ClaimLine line, ClaimVerdict said, ClaimAnswer answer) {
    List<String> causes = answer.causes().stream().map(Cause::word).toList();
    assertThat(said.verdict()).as("%s", line).isEqualTo(answer.verdict().word());
    assertThat(said.causes()).as("%s", line).isEqualTo(causes);
    assertThat(said.because()).as("%s", line).isEqualTo(causes.isEmpty() ? null : causes.getFirst());
    List<String> cited = answer.trail().steps().stream().flatMap(step -> step.citation().articles().stream()).toList();
    assertThat(cited).as("%s", line).containsAll(said.articles());
    assertThat(said.articles().isEmpty()).isEqualTo(causes.isEmpty());
  }

  private int assertUntil(String person, ClaimLine line, ClaimVerdict said, ClaimAnswer answer) {
    LocalDate until = said.until();
    if (until == null) {
      assertThat(answer(person, line, LocalDate.of(2090, 1, 1)).verdict()).isEqualTo(answer.verdict());
      return 0;
    }
    assertThat(until).isAfterOrEqualTo(line.day());
    assertThat(answer(person, line, until).verdict()).as("%s until %s", line, until).isEqualTo(answer.verdict());
    assertThat(answer(person, line, until.plusDays(1)).verdict()).as("%s after %s", line, until)
        .isNotEqualTo(answer.verdict());
    return 1;
  }

  @Test
  @DisplayName("对照：时段表里改错一行，与推算的比较就能发现")
  void aWrongRowIsFound() {
    Map<String, String> holders = holders();
    org.springframework.jdbc.core.simple.JdbcClient jdbc =
        ClaimWorld.HOUSE.bean(org.springframework.jdbc.core.simple.JdbcClient.class);
    String code = world.codes().getFirst();
    String person = String.valueOf(holders.get(code));
    InstitutionId site = dossier(person).sites().iterator().next();
    ClaimLine line = new ClaimLine("1", code, site.value(), TestHouse.TODAY, Setting.OUTPATIENT, 0);
    ClaimVerdict before = desk.check(site, List.of(line)).getFirst();
    changed(
        person, () -> jdbc.sql("delete from standing_span where person = :person").param("person", person).update());
    assertThat(desk.check(site, List.of(line)).getFirst()).as("without rows it is reckoned").isEqualTo(before);
    String wrong = before.verdict().equals("payable") ? "ended" : "effective";
    changed(
        person,
        () ->
            jdbc.sql(
                    "insert into standing_span values (:person, :site, '2000-01-01', 'infinity', :wrong,"
                        + " string_to_array(:causes, ','), true)")
                .param("person", person).param("site", site.value()).param("wrong", wrong)
                .param("causes", wrong.equals("ended") ? "left" : "").update());
    try {
      assertThat(desk.check(site, List.of(line)).getFirst().verdict())
          .isNotEqualTo(answer(person, line, line.day()).verdict().word());
    } finally {
      facts.follow(facts.gather(new PersonId(person)).province(), List.of(new PersonId(person)));
    }
    assertThat(desk.check(site, List.of(line)).getFirst()).isEqualTo(before);
  }

  /** Rows written past the desk, and numbered like any change. */
  private static void changed(String person, Runnable write) {
    ClaimWorld.HOUSE.bean(TransactionOperations.class).executeWithoutResult(
        status -> {
          write.run();
          ClaimWorld.HOUSE.bean(ChangeDesk.class).persons(List.of(new PersonId(person)));
        });
  }

  @Test
  @DisplayName("没有编码不能判定；规则版本不在系统里，也不能判定")
  void notKnowingIsLoud() {
    RegisterDesk register = ClaimWorld.HOUSE.bean(RegisterDesk.class);
    register.enter(
        new Organisation(
            "claims-far", null, "claims-far/", Organisation.Kind.PROVINCE, "远省", null, "none-2000", null, null));
    register.enter(
        new Organisation(
            "claims-far-h", "claims-far", "claims-far/claims-far-h/", Organisation.Kind.INSTITUTION, "远省医院", "r",
            null, null, 3));
    ClaimLine nobody =
        new ClaimLine("1", "", world.holder.value(), TestHouse.TODAY, Setting.EMERGENCY, 1);
    assertThat(desk.check(world.holder, List.of(nobody)).getFirst())
        .satisfies(
            said -> {
              assertThat(said.verdict()).isEqualTo("unresolved");
              assertThat(said.because()).isEqualTo("no-code");
              assertThat(said.articles()).isNotEmpty();
            });
    ClaimLine far = new ClaimLine("1", "Zz3nobody", "claims-far-h", TestHouse.TODAY, Setting.OUTPATIENT, 1);
    ClaimVerdict said = desk.check(new InstitutionId("claims-far-h"), List.of(far)).getFirst();
    assertThat(said).isEqualTo(new ClaimVerdict("1", "unresolved", null, List.of(), List.of(), null));
  }
}
