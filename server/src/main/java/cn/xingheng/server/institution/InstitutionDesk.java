package cn.xingheng.server.institution;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.DutyFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.register.Institution;
import cn.xingheng.core.rulebook.InstitutionTier;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.House;
import cn.xingheng.core.standing.Rolls;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.ledger.TallyDesk;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Institutions within a viewer's scope: the list, and everything about one of them. */
@Component
public class InstitutionDesk {
  private final InstitutionStore store;
  private final RegisterDesk register;
  private final FactDesk facts;
  private final TallyDesk tallies;
  private final Clock clock;

  InstitutionDesk(
      InstitutionStore store, RegisterDesk register, FactDesk facts, TallyDesk tallies, Clock clock) {
    this.store = store;
    this.register = register;
    this.facts = facts;
    this.tallies = tallies;
    this.clock = clock;
  }

  /** The institutions that the viewer may see, area by area. */
  @Transactional(readOnly = true)
  public List<Organisation> seen(Viewer viewer) {
    return register.organisations(viewer, Right.SEE).stream()
        .filter(one -> one.kind() == Organisation.Kind.INSTITUTION)
        .sorted(Comparator.comparing(Organisation::path)).toList();
  }

  /** Those of the viewer's whose name holds a text or whose code begins with it, by the tier reached on a day. */
  @Transactional(readOnly = true)
  public List<Organisation> matching(Viewer viewer, String text, TierFilter tier, LocalDate asOf) {
    List<Organisation> named =
        seen(viewer).stream().filter(one -> one.name().contains(text) || one.id().startsWith(text)).toList();
    if (tier == TierFilter.ANY) {
      return named;
    }
    Map<InstitutionId, Consequence> reached = reached(named, asOf, false);
    return named.stream()
        .filter(
            one ->
                tier.takes(
                    facts.lawOf(province(one)), Objects.requireNonNull(reached.get(new InstitutionId(one.id())))))
        .toList();
  }

  /** The list, of some of those that the viewer may see. */
  @Transactional(readOnly = true)
  public List<InstitutionRow> rows(List<Organisation> some, LocalDate asOf) {
    List<String> sites = some.stream().map(Organisation::id).toList();
    Map<String, Map<Standing, Integer>> standings = store.standings(sites, asOf);
    Map<InstitutionId, Consequence> reached = reached(some, asOf, true);
    Map<String, String> areas = areas(some);
    return some.stream()
        .map(
            one -> {
              Map<Standing, Integer> count = standings.getOrDefault(one.id(), Map.of());
              int suspended = count.getOrDefault(Standing.SUSPENDED, 0);
              int inForce = suspended + count.getOrDefault(Standing.EFFECTIVE, 0)
                  + count.getOrDefault(Standing.UNRESOLVED, 0);
              Consequence is = Objects.requireNonNull(reached.get(new InstitutionId(one.id())));
              return new InstitutionRow(
                  one, areas.getOrDefault(one.id(), ""), inForce, suspended, is,
                  is.next(facts.lawOf(province(one))).orElse(null));
            })
        .toList();
  }

  private static String province(Organisation one) {
    return one.path().substring(0, one.path().indexOf('/'));
  }

  /** What each has reached, from the projection that adds up what its physicians bring. */
  private Map<InstitutionId, Consequence> reached(List<Organisation> some, LocalDate asOf, boolean due) {
    Map<String, List<InstitutionId>> byProvince = new LinkedHashMap<>();
    some.forEach(
        one -> byProvince.computeIfAbsent(province(one), key -> new ArrayList<>()).add(new InstitutionId(one.id())));
    Map<InstitutionId, Consequence> reached = new HashMap<>();
    byProvince.forEach((province, sites) -> reached.putAll(tallies.reached(province, sites, asOf, due)));
    return reached;
  }

  private Map<String, String> areas(List<Organisation> some) {
    Map<String, String> names = new HashMap<>();
    Map<String, String> areas = new HashMap<>();
    for (Organisation one : some) {
      String parent = one.parent() == null ? "" : one.parent();
      areas.put(
          one.id(),
          names.computeIfAbsent(parent, id -> register.organisation(id).map(Organisation::name).orElse("")));
    }
    return areas;
  }

  /** The entries of a history that count in the calendar year of a day, decided by then. */
  private static Stream<Entry> counting(History history, LocalDate asOf, LocalDate knownAt) {
    return history.knownAt(knownAt).ledger().counting(asOf).stream()
        .filter(entry -> entry.day().getYear() == asOf.getYear());
  }

  /**
   * Everything about one institution.
   *
   * @throws Problem 404 when there is none, or none for this viewer
   */
  @Transactional(readOnly = true)
  public InstitutionView find(Viewer viewer, String id, LocalDate asOf, LocalDate knownAt) {
    Organisation organisation =
        register.organisation(id).filter(one -> one.kind() == Organisation.Kind.INSTITUTION)
            .orElseThrow(Problem::notFound);
    viewer.require(Right.SEE, organisation.path());
    InstitutionId site = new InstitutionId(id);
    Book book = book(organisation, site);
    Consequence consequence = Rolls.reckon(book, site, asOf, knownAt);
    Institution known = book.house().registerAt(knownAt).institution(site);
    return new InstitutionView(
        organisation, areas(List.of(organisation)).getOrDefault(id, ""), book.law().edition().id(), asOf, knownAt,
        agreements(known), known.inForceOn(asOf), known.haltOn(asOf).orElse(null), consequence,
        tiers(book.law(), consequence), store.standings(List.of(id), asOf).getOrDefault(id, Map.of()),
        items(book, site, asOf, knownAt));
  }

  /** The day in Beijing. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The book of everybody who was ever there, and of what was told to the institution. */
  private Book book(Organisation organisation, InstitutionId site) {
    Law law = facts.lawOf(organisation.id());
    House house = facts.houseOf(organisation.id());
    List<Fact> all = new ArrayList<>();
    String province = province(organisation);
    facts.gatherAll(province, facts.personsAt(site)).forEach(one -> all.addAll(one.facts()));
    facts.houseFacts(province).stream()
        .filter(fact -> fact instanceof DutyFact.Notified notified && site.equals(notified.institution()))
        .forEach(all::add);
    return Book.reckon(law, house, all);
  }

  private static List<InstitutionView.Agreement> agreements(Institution known) {
    return known.opened().stream()
        .map(
            opened -> {
              LocalDate end = known.range(opened).getEnd();
              InstitutionFact.Closed closed =
                  known.closed().stream().filter(one -> one.from().equals(end)).findFirst().orElse(null);
              return new InstitutionView.Agreement(
                  opened, end, closed,
                  known.halts().stream().filter(halt -> halt.days().overlaps(known.range(opened))).toList());
            })
        .toList();
  }

  private static List<InstitutionView.TierRow> tiers(Law law, Consequence consequence) {
    List<InstitutionView.TierRow> rows = new ArrayList<>();
    for (InstitutionTier tier : law.edition().institutionTiers()) {
      boolean share = consequence.endedShare().compareTo(tier.share()) >= 0;
      int missing = Math.max(0, tier.points() - consequence.points());
      rows.add(
          new InstitutionView.TierRow(
              tier, missing == 0 || share, consequence.tier().filter(tier::equals).isPresent(), missing, share));
    }
    return rows;
  }

  private static List<InstitutionView.ItemRow> items(
      Book book, InstitutionId site, LocalDate asOf, LocalDate knownAt) {
    Map<Item, List<Entry>> byItem = new LinkedHashMap<>();
    for (History history : book.histories().values()) {
      counting(history, asOf, knownAt).filter(entry -> entry.fact().at().equals(site))
          .forEach(entry -> byItem.computeIfAbsent(entry.item(), key -> new ArrayList<>()).add(entry));
    }
    return byItem.entrySet().stream()
        .map(
            one ->
                new InstitutionView.ItemRow(
                    one.getKey(), one.getValue().stream().mapToInt(entry -> entry.fact().times()).sum(),
                    (int) one.getValue().stream().map(entry -> entry.fact().person()).distinct().count(),
                    Ledger.total(one.getValue())))
        .sorted(Comparator.comparingInt(InstitutionView.ItemRow::points).reversed()
            .thenComparing(row -> row.item().id()))
        .toList();
  }
}
