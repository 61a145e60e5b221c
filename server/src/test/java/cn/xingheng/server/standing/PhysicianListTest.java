package cn.xingheng.server.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.PointsSpans;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Role;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("医师名单")
class PhysicianListTest {
  private static final ListHouse HOUSE = ListHouse.get();
  private static final PhysicianDesk DESK = HOUSE.bean(PhysicianDesk.class);
  private static final LocalDate DAY = ListHouse.TODAY;
  private static final List<Known> EVERYBODY = everybody();

  /** Somebody as the reckoning knows them. */
  private record Known(String id, String name, String pinyin, String initials, List<String> codes, Dossier dossier) {}

  /** A standing and its causes. */
  private record Told(Standing standing, Set<Cause> causes) {}

  private static List<Known> everybody() {
    JdbcClient jdbc = HOUSE.bean(JdbcClient.class);
    Map<String, List<String>> codes = new HashMap<>();
    jdbc.sql("select person, code from physician_code").query(
        row -> {
          codes.computeIfAbsent(row.getString(1), key -> new ArrayList<>()).add(row.getString(2));
        });
    Map<String, Dossier> dossiers = new HashMap<>();
    jdbc.sql("select id, province from person").query((row, n) -> List.of(row.getString(1), row.getString(2))).list()
        .stream().collect(Collectors.groupingBy(one -> one.get(1))).forEach((province, some) -> {
          List<PersonId> ids = some.stream().map(one -> new PersonId(one.getFirst())).toList();
          for (Gathered one : HOUSE.bean(FactDesk.class).gatherAll(province, ids)) {
            dossiers.put(one.person().value(), one.history().knownAt(LocalDate.MAX));
          }
        });
    return jdbc.sql("select id, name, pinyin, initials from person").query((row, n) -> new Known(
            row.getString(1), row.getString(2), row.getString(3), row.getString(4),
            codes.getOrDefault(row.getString(1), List.of()), dossiers.get(row.getString(1)))).list().stream()
        .sorted(Comparator.comparing(Known::pinyin).thenComparing(Known::id)).toList();
  }

  private static Set<String> sites(Viewer viewer) {
    return HOUSE.bean(RegisterDesk.class).organisations(viewer, Right.SEE).stream()
        .filter(one -> one.kind() == Organisation.Kind.INSTITUTION).map(Organisation::id)
        .collect(Collectors.toSet());
  }

  private static List<String> listed(Viewer viewer, Map<String, String> query) {
    List<String> found = new ArrayList<>();
    DESK.each(viewer, DESK.ask(query, List.of()), some -> some.forEach(row -> found.add(row.id())));
    return found;
  }

  private static List<String> expected(Set<String> sites, Predicate<Known> passes) {
    return EVERYBODY.stream()
        .filter(one -> one.dossier().sites().stream().anyMatch(site -> sites.contains(site.value())))
        .filter(passes).map(Known::id).toList();
  }

  private static boolean at(Known one, Set<String> sites, LocalDate day, Predicate<Told> passes) {
    return one.dossier().sites().stream().filter(site -> sites.contains(site.value()))
        .anyMatch(site -> passes.test(qualification(one.dossier(), site, day)));
  }

  /** What a claim of that day would be told: so the projections say it too. */
  private static Told qualification(Dossier dossier, InstitutionId site, LocalDate day) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    return new Told(ClaimAnswer.standing(dossier, site, day, causes), causes);
  }

  private static int points(Known one, Set<String> sites, LocalDate day) {
    Set<Account> accounts = new HashSet<>();
    HOUSE.bean(RegisterDesk.class).allOrganisations().stream().filter(org -> sites.contains(org.id()))
        .forEach(org -> accounts.add(
            one.dossier().account(one.dossier().register().region(new InstitutionId(org.id())))));
    return accounts.stream()
        .flatMap(account -> PointsSpans.reckon(one.dossier(), account).stream())
        .filter(span -> span.days().contains(day)).mapToInt(span -> span.points()).max().orElse(0);
  }

  @Test
  @DisplayName("每个角色只看到自己范围内的医师")
  void eachRoleSeesItsOwn() {
    for (Viewer viewer : viewers()) {
      assertThat(listed(viewer, Map.of())).as(viewer.home().organisation())
          .isEqualTo(expected(sites(viewer), one -> true));
    }
    Viewer clerk = HOUSE.viewer(Role.CLERK, "H34990000001");
    assertThat(listed(clerk, Map.of())).isNotEmpty().hasSizeLessThan(EVERYBODY.size());
    DESK.list(clerk, DESK.ask(Map.of("size", "100"), List.of())).rows()
        .forEach(row -> assertThat(row.sites()).allMatch(site -> site.institution().equals("H34990000001")));
    assertThat(listed(HOUSE.viewer(Role.ADMINISTRATOR, "p-anhui"), Map.of())).isEmpty();
    assertThatThrownBy(() -> DESK.list(clerk, DESK.ask(Map.of("institution", "H34990000002"), List.of())))
        .isInstanceOf(Problem.class).hasMessageContaining("not-found");
  }

  private static List<Viewer> viewers() {
    return List.of(
        HOUSE.viewer(Role.OFFICER, "p-anhui"), HOUSE.viewer(Role.REVIEWER, "p-lianyungang"),
        HOUSE.viewer(Role.OFFICER, "a-hefei"), HOUSE.viewer(Role.CLERK, "H34990000001"));
  }

  @Test
  @DisplayName("状态、原因、扣分、机构各项筛选与逐人推算一致，各天各范围都一样")
  void filtersSayWhatTheReckoningSays() {
    Set<Standing> met = new HashSet<>();
    for (Viewer viewer : viewers()) {
      Set<String> sites = sites(viewer);
      for (LocalDate day : List.of(
          DAY, LocalDate.of(2025, 3, 3), LocalDate.of(2022, 1, 1), LocalDate.of(2027, 2, 1))) {
        for (Standing standing : Standing.values()) {
          List<String> right = expected(sites, one -> at(one, sites, day, found -> found.standing() == standing));
          assertThat(listed(viewer, Map.of("standing", standing.word(), "asOf", day.toString())))
              .as(viewer.home().organisation() + " " + day + " " + standing).isEqualTo(right);
          if (!right.isEmpty()) {
            met.add(standing);
          }
        }
        for (Cause cause : List.of(Cause.POINTS, Cause.LEFT, Cause.NOT_SIGNED, Cause.INSTITUTION, Cause.BARRED)) {
          assertThat(listed(viewer, Map.of("cause", cause.word(), "asOf", day.toString()))).as(day + " " + cause)
              .isEqualTo(expected(sites, one -> at(one, sites, day, found -> found.causes().contains(cause))));
        }
        for (int least : List.of(1, 6, 9)) {
          assertThat(listed(viewer, Map.of("points", "" + least, "asOf", day.toString()))).as(day + " " + least)
              .isEqualTo(expected(sites, one -> points(one, sites, day) >= least));
        }
      }
    }
    assertThat(met).contains(Standing.EFFECTIVE, Standing.SUSPENDED, Standing.ENDED, Standing.NONE);
  }

  @Test
  @DisplayName("几项筛选合在一起也与推算一致")
  void filtersGoTogether() {
    Viewer viewer = HOUSE.viewer(Role.OFFICER, "a-hefei");
    Set<String> all = sites(viewer);
    Set<String> one = Set.of("H34990000001");
    assertThat(listed(viewer, Map.of("institution", "H34990000001", "standing", "suspended", "points", "1")))
        .isNotEmpty()
        .isEqualTo(expected(one, known -> points(known, one, DAY) >= 1
            && at(known, one, DAY, found -> found.standing() == Standing.SUSPENDED)));
    assertThat(listed(viewer, Map.of("standing", "effective", "points", "2", "q", "z")))
        .isEqualTo(expected(all, known -> points(known, all, DAY) >= 2 && known.initials().startsWith("z")
            && at(known, all, DAY, found -> found.standing() == Standing.EFFECTIVE)));
    assertThat(listed(viewer, Map.of("standing", "suspended", "cause", "points", "q", "z")))
        .isEqualTo(expected(all, known -> known.initials().startsWith("z") && at(known, all, DAY,
            found -> found.standing() == Standing.SUSPENDED && found.causes().contains(Cause.POINTS))));
  }

  @Test
  @DisplayName("按姓名、首字母、全拼、编码前缀都找得到，全角、大写、空格不碍事；通配符只是字符")
  void findsByTheBeginning() {
    Viewer viewer = HOUSE.viewer(Role.OFFICER, "p-anhui");
    Set<String> sites = sites(viewer);
    Known some = EVERYBODY.stream()
        .filter(one -> one.dossier().sites().stream().anyMatch(site -> sites.contains(site.value()))
            && !one.codes().isEmpty())
        .skip(40).findFirst().orElseThrow();
    String joined = some.pinyin().replace(" ", "");
    Predicate<Known> sounds =
        one -> one.initials().startsWith(joined) || one.pinyin().replace(" ", "").startsWith(joined);
    assertThat(listed(viewer, Map.of("q", some.pinyin()))).contains(some.id()).isEqualTo(expected(sites, sounds));
    assertThat(listed(viewer, Map.of("q", joined.toUpperCase(java.util.Locale.ROOT))))
        .isEqualTo(expected(sites, sounds));
    String head = some.name().substring(0, 1);
    assertThat(listed(viewer, Map.of("q", head))).isEqualTo(expected(sites, one -> one.name().startsWith(head)));
    String code = some.codes().getFirst();
    assertThat(listed(viewer, Map.of("q", code.toLowerCase(java.util.Locale.ROOT)))).containsExactly(some.id());
    assertThat(listed(viewer, Map.of("q", "％"))).isEmpty();
    assertThat(Search.of("ＺＹＱ")).isEqualTo(new Search(Search.Kind.SOUND, "zyq"));
    assertThat(Search.of("lǚ Bù")).isEqualTo(new Search(Search.Kind.SOUND, "lvbu"));
    assertThat(Search.of("50%_\\1").pattern()).isEqualTo("50\\%\\_\\\\1%");
  }

  @Test
  @DisplayName("往后翻、往前翻，每人恰好一次，按拼音排序")
  void pagesVisitEverybodyOnce() {
    Viewer viewer = HOUSE.viewer(Role.OFFICER, "p-anhui");
    List<String> right = expected(sites(viewer), one -> true);
    PhysicianList page = DESK.list(viewer, DESK.ask(Map.of("size", "50"), List.of()));
    assertThat(page.previous()).isNull();
    assertThat(page.matching().number()).isEqualTo(right.size());
    List<String> forward = new ArrayList<>(ids(page));
    while (page.next() != null) {
      page = DESK.list(viewer, DESK.ask(parsed(page.next()), List.of()));
      forward.addAll(ids(page));
    }
    assertThat(forward).isEqualTo(right);
    List<String> backward = new ArrayList<>(ids(page));
    while (page.previous() != null) {
      page = DESK.list(viewer, DESK.ask(parsed(page.previous()), List.of()));
      backward.addAll(0, ids(page));
    }
    assertThat(backward).isEqualTo(right);
  }

  @Test
  @DisplayName("人数多到不再数时顺着名册走，结果与少时一样")
  void walkingFindsTheSame() {
    Viewer viewer = HOUSE.viewer(Role.OFFICER, "p-anhui");
    PhysicianStore store = HOUSE.bean(PhysicianStore.class);
    List<String> sites = List.copyOf(sites(viewer));
    for (String q : List.of("", "z", "王", "aa3", "zh", "wang", "zyq")) {
      for (List<String> standings : List.of(
          List.<String>of(), List.of("effective"), List.of("none"), List.of("suspended"), List.of("ended"))) {
        for (Integer points : new Integer[] {null, 1, 9}) {
          PhysicianStore.Wanted wanted = new PhysicianStore.Wanted(
              sites, List.of("hefei", "全省"), Search.of(q), standings, null, points, DAY, null, 1_000, List.of(),
              false);
          List<PhysicianStore.Listed> few = store.matched(wanted, 10_001).page();
          assertThat(store.walked(wanted)).as(q + standings + points).isEqualTo(few);
          for (int most : List.of(1, 2, 9, 60)) {
            assertThat(store.matched(wanted, most).count()).as(q + standings + points + most)
                .isEqualTo(Math.min(most, few.size()));
          }
        }
      }
    }
  }

  private static List<String> ids(PhysicianList page) {
    return page.rows().stream().map(PhysicianRow::id).toList();
  }

  private static Map<String, String> parsed(String address) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String part : address.substring(address.indexOf('?') + 1).split("&")) {
      int is = part.indexOf('=');
      query.put(part.substring(0, is),
          java.net.URLDecoder.decode(part.substring(is + 1), java.nio.charset.StandardCharsets.UTF_8));
    }
    return query;
  }

  @Test
  @DisplayName("行里的状态、扣分与推算一致")
  void rowsSayWhatTheReckoningSays() {
    Viewer viewer = HOUSE.viewer(Role.OFFICER, "a-hefei");
    Set<String> sites = sites(viewer);
    Map<String, Known> known = EVERYBODY.stream().collect(Collectors.toMap(Known::id, one -> one));
    DESK.each(viewer, DESK.ask(Map.of(), List.of()), some -> some.forEach(row -> {
      Known one = known.get(row.id());
      assertThat(row.sites()).isNotEmpty();
      row.sites().forEach(site -> {
        Told right = qualification(one.dossier(), new InstitutionId(site.institution()), DAY);
        assertThat(site.standing()).isEqualTo(right.standing());
        assertThat(site.causes()).isEqualTo(Set.copyOf(right.causes()));
      });
      assertThat(row.points()).isEqualTo(points(one, sites, DAY));
      assertThat(row.masked()).contains("*");
    }));
    assertThat(known.values()).anyMatch(one -> Ledger.total(one.dossier().ledger().entries()) > 0);
  }

  @Test
  @DisplayName("读不懂的筛选值是 400，说明应填什么")
  void unreadableValuesAreRefused() {
    Map.of("standing", "ok", "cause", "why", "points", "-1", "asOf", "2026-02-30", "size", "7", "after", "x")
        .forEach((name, value) -> assertThatThrownBy(() -> DESK.ask(Map.of(name, value), List.of()))
            .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(400)));
    assertThat(DESK.ask(Map.of("standing", " ", "points", ""), List.of()).filters()).isEmpty();
  }
}
