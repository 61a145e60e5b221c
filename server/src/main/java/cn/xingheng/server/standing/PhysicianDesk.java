package cn.xingheng.server.standing;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.house.Notch;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The list of physicians: whom the viewer may see, filtered, page by page or all in a row. */
@Component
public class PhysicianDesk {
  /** So many are counted; beyond that the list only says that there are more. */
  static final int COUNTED = 10_000;

  /**
   * So many are counted of those who pass a filter, where the reader sees more than {@link #COUNTED}. Counting asks
   * about each of them, meeting a page of them in the order of the register about each beside them: with 300,000 in
   * it, two thousand or so is where neither takes long.
   */
  static final int SIFTED = 1_000;

  private static final int AT_ONCE = 1_000;
  private final PhysicianStore store;
  private final RegisterDesk register;
  private final FactDesk facts;
  private final Clock clock;

  PhysicianDesk(PhysicianStore store, RegisterDesk register, FactDesk facts, Clock clock) {
    this.store = store;
    this.register = register;
    this.facts = facts;
    this.clock = clock;
  }

  /** What a query string asks, today. */
  public PhysicianAsk ask(Map<String, String> query, List<String> picked) {
    return PhysicianAsk.of(query, picked, LocalDate.now(clock));
  }

  /**
   * One page.
   *
   * @throws Problem 404 when an institution is asked for that this viewer does not see
   */
  @Transactional(readOnly = true)
  public PhysicianList list(Viewer viewer, PhysicianAsk ask) {
    Sight sight = sight(viewer, ask);
    store.plan();
    boolean all = ask.filters().isEmpty() && ask.picked().isEmpty();
    Page page;
    PhysicianList.Count total;
    if (all) {
      page = page(sight, ask, COUNTED);
      total = page.matching();
    } else {
      total = count(store.matched(sight.everybody(), COUNTED + 1).count(), COUNTED);
      page = page(sight, ask, total.more() ? SIFTED : COUNTED);
    }
    return new PhysicianList(
        ask, total, page.matching(), due(page.rows(), ask.asOf()), page.earlier(), page.later(),
        sight.institutions(), scales(sight));
  }

  /** The rows with what is to be done first, reckoned as the dossier reckons it. */
  private List<PhysicianRow> due(List<PhysicianRow> rows, LocalDate day) {
    Map<String, List<PersonId>> persons =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    PhysicianRow::province, Collectors.mapping(row -> new PersonId(row.id()), Collectors.toList())));
    Map<String, Due> first = new HashMap<>();
    persons.forEach(
        (province, some) -> {
          for (Gathered one : facts.gatherAll(province, some)) {
            Dues.reckon(one.history().knownAt(LocalDate.MAX), day).stream().findFirst()
                .ifPresent(due -> first.put(one.person().value(), due));
          }
        });
    return rows.stream().map(row -> row.with(first.get(row.id()))).toList();
  }

  /** Every physician who passes, in order, some at a time; one and the same state of the house from first to last. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public void each(Viewer viewer, PhysicianAsk asked, Consumer<List<PhysicianRow>> sink) {
    Sight sight = sight(viewer, asked);
    store.plan();
    PhysicianAsk ask = asked.page(null, AT_ONCE);
    Page page = page(sight, ask, SIFTED);
    sink.accept(page.rows());
    while (page.later()) {
      PhysicianRow last = page.rows().getLast();
      ask = ask.page(new PhysicianAsk.From(last.pinyin(), last.id(), false), AT_ONCE);
      page = page(sight, ask, SIFTED);
      sink.accept(page.rows());
    }
  }

  /** What the viewer sees, and what of it is asked about. */
  private record Sight(List<Organisation> institutions, List<String> all, List<String> asked, PhysicianAsk ask) {

    List<String> accounts() {
      return Stream.concat(
              Stream.of(new Account(null).toString()),
              institutions.stream().filter(one -> asked.contains(one.id())).map(Organisation::region)
                  .filter(Objects::nonNull))
          .distinct().toList();
    }

    List<String> standings() {
      if (ask.standing() != null) {
        return List.of(ask.standing().word());
      }
      return ask.cause() == null
          ? List.of()
          : Arrays.stream(Standing.values()).filter(one -> one != Standing.EFFECTIVE).map(Standing::word).toList();
    }

    PhysicianStore.Wanted wanted(PhysicianAsk page) {
      return new PhysicianStore.Wanted(
          asked, accounts(), page.search(), standings(), page.cause(), page.points(), page.asOf(), page.from(),
          page.size() + 1, page.picked(), false);
    }

    PhysicianStore.Wanted everybody() {
      return new PhysicianStore.Wanted(
          all, List.of(), Search.of(""), List.of(), null, null, ask.asOf(), null, 1, List.of(), false);
    }

    /** Whether a site is what the filters ask for. */
    boolean hit(PhysicianRow.Site site) {
      boolean place = ask.institution() != null && ask.institution().equals(site.institution());
      boolean filtered = ask.standing() != null || ask.cause() != null;
      boolean word = ask.standing() == null || ask.standing() == site.standing();
      Cause cause = ask.cause();
      return filtered
          ? word && (cause == null || site.causes().contains(cause)) && (ask.institution() == null || place)
          : place;
    }
  }

  private Sight sight(Viewer viewer, PhysicianAsk ask) {
    List<Organisation> institutions =
        register.organisations(viewer, Right.SEE).stream()
            .filter(one -> one.kind() == Organisation.Kind.INSTITUTION).toList();
    List<String> all = institutions.stream().map(Organisation::id).toList();
    if (ask.institution() != null && !all.contains(ask.institution())) {
      throw Problem.notFound();
    }
    return new Sight(institutions, all, ask.institution() == null ? all : List.of(ask.institution()), ask);
  }

  /** Rows with what stands before and behind them. */
  private record Page(PhysicianList.Count matching, List<PhysicianRow> rows, boolean earlier, boolean later) {}

  private Page page(Sight sight, PhysicianAsk ask, int most) {
    PhysicianStore.Wanted wanted = sight.wanted(ask);
    PhysicianStore.Matched matched = store.matched(wanted, most + 1);
    boolean many = matched.count() > most;
    List<PhysicianStore.Listed> found = many ? store.walked(wanted) : matched.page();
    boolean backward = ask.from() != null && ask.from().backward();
    boolean more = found.size() > ask.size();
    if (more) {
      found = backward ? found.subList(1, found.size()) : found.subList(0, ask.size());
    }
    boolean earlier = backward ? more : ask.from() != null;
    return new Page(count(matched.count(), most), rows(sight, ask.asOf(), found), earlier, backward || more);
  }

  private static PhysicianList.Count count(int number, int most) {
    return new PhysicianList.Count(Math.min(number, most), number > most);
  }

  private List<PhysicianRow> rows(Sight sight, LocalDate day, List<PhysicianStore.Listed> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    List<String> ids = found.stream().map(PhysicianStore.Listed::id).toList();
    Map<String, List<PhysicianRow.Site>> sites = store.sites(ids, sight.all(), day);
    Map<String, List<String>> codes = store.codes(ids, day);
    Map<String, Integer> points = store.points(ids, sight.accounts(), day);
    return found.stream()
        .map(
            one ->
                new PhysicianRow(
                    one.id(), one.province(), one.name(), one.pinyin(), one.masked(),
                    codes.getOrDefault(one.id(), List.of()), points.getOrDefault(one.id(), 0),
                    shown(sight, sites.getOrDefault(one.id(), List.of())), null))
        .toList();
  }

  /** Where there is an agreement and what the filters ask for; where there is neither, everything there ever was. */
  private static List<PhysicianRow.Site> shown(Sight sight, List<PhysicianRow.Site> sites) {
    List<PhysicianRow.Site> some = sites.stream().filter(site -> site.held() || sight.hit(site)).toList();
    return some.isEmpty() ? sites : some;
  }

  private Map<String, PhysicianList.Scale> scales(Sight sight) {
    Map<String, PhysicianList.Scale> scales = new LinkedHashMap<>();
    for (Organisation one : sight.institutions()) {
      String province = one.path().substring(0, one.path().indexOf('/'));
      if (!scales.containsKey(province)) {
        scales.put(province, scale(facts.lawOf(one.id()).edition()));
      }
    }
    return scales;
  }

  /** The totals from which something follows; the bar is red from the first at which settlement may stop. */
  private static PhysicianList.Scale scale(Edition edition) {
    List<Notch> notches = new ArrayList<>();
    for (Rule rule : edition.rules()) {
      if (rule.trigger() instanceof Trigger.Total total) {
        boolean hurts = !(rule.consequence() instanceof Consequence.Interview);
        notches.add(new Notch(total.band().from(), "", rule.force() == Force.MUST, hurts));
      }
    }
    return new PhysicianList.Scale(edition.points().budget(), notches);
  }
}
