package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.institution.Tally;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.Rolls;
import cn.xingheng.law.cases.FactText;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Follower;
import cn.xingheng.server.facts.Gathered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What all physicians of an institution bring to it, without reading the facts of each: kept up in the transaction that
 * records a fact, added up by institution, and put into words by core like the facts themselves.
 */
@Component
public class TallyDesk implements Follower {
  private static final int AT_ONCE = 500;
  private final TallyStore store;
  private final ObjectProvider<FactDesk> facts;

  TallyDesk(TallyStore store, ObjectProvider<FactDesk> facts) {
    this.store = store;
    this.facts = facts;
  }

  @Override
  public void changed(Map<PersonId, History> histories) {
    List<TallyStore.Row> rows = new ArrayList<>();
    histories.forEach((person, history) -> rows.addAll(rows(person, history.knownAt(LocalDate.MAX))));
    store.put(histories.keySet(), rows);
  }

  private static List<TallyStore.Row> rows(PersonId person, Dossier dossier) {
    List<TallyStore.Row> rows = new ArrayList<>();
    for (InstitutionId site : dossier.sites()) {
      List<Tally.Since> since = Rolls.tally(dossier, site).since();
      for (int i = 0; i < since.size(); i++) {
        Tally.Since one = since.get(i);
        LocalDate end = i + 1 < since.size() ? since.get(i + 1).from() : LocalDate.MAX;
        if (one.looked() || !one.same(Tally.NONE.on(one.from()))) {
          rows.add(
              new TallyStore.Row(
                  site.value(), person.value(), one.from(), end, one.points(), one.ended(), one.inForce(),
                  one.looked()));
        }
      }
    }
    return rows;
  }

  /** What all physicians but one bring to each of these institutions. */
  public Map<InstitutionId, Tally> without(PersonId person, Collection<InstitutionId> sites) {
    Map<String, Tally> sums = store.sums(sites.stream().map(InstitutionId::value).toList(), person.value());
    Map<InstitutionId, Tally> rest = new LinkedHashMap<>();
    sites.forEach(site -> rest.put(site, sums.getOrDefault(site.value(), Tally.NONE)));
    return rest;
  }

  /**
   * What each of these institutions of one province has reached on a day, as known now.
   *
   * @param due whether it matters what still waits for a decision: then every day before is looked at
   */
  public Map<InstitutionId, Consequence> reached(
      String province, Collection<InstitutionId> sites, LocalDate day, boolean due) {
    List<String> ids = sites.stream().map(InstitutionId::value).toList();
    boolean all = due && Consequence.duty(facts.getObject().lawOf(province)).isPresent();
    Map<String, Tally> sums = all ? store.sums(ids, null) : new LinkedHashMap<>();
    if (!all) {
      store.on(ids, day).forEach((site, sum) -> sums.put(site, new Tally(List.of(sum))));
    }
    List<Fact> notices = notices(province, sites);
    Map<InstitutionId, Consequence> reached = new LinkedHashMap<>();
    for (InstitutionId site : sites) {
      Tally tally = sums.getOrDefault(site.value(), Tally.NONE);
      reached.put(site, Rolls.reckon(facts.getObject().houseOf(province), notices, site, tally, day));
    }
    return reached;
  }

  /** What was told to these institutions of a province; where nothing waits for a decision nobody asks. */
  public List<Fact> notices(String province, Collection<InstitutionId> sites) {
    if (Consequence.duty(facts.getObject().lawOf(province)).isEmpty()) {
      return List.of();
    }
    List<String> told = store.notices(sites.stream().map(InstitutionId::value).toList());
    return told.isEmpty() ? List.of() : FactText.read("notified", told);
  }

  /** The persons whose rows do not say what the reckoning says. */
  public List<PersonId> differing() {
    List<PersonId> differing = new ArrayList<>();
    List<TallyStore.Whose> next = store.after("", AT_ONCE);
    while (!next.isEmpty()) {
      next.stream()
          .collect(
              Collectors.groupingBy(
                  TallyStore.Whose::province,
                  Collectors.mapping(one -> new PersonId(one.person()), Collectors.toList())))
          .forEach((province, persons) -> differing.addAll(differing(province, persons)));
      next = store.after(next.getLast().person(), AT_ONCE);
    }
    return differing;
  }

  private List<PersonId> differing(String province, List<PersonId> persons) {
    Map<String, Set<TallyStore.Row>> stored =
        store.rows(persons).stream().collect(Collectors.groupingBy(TallyStore.Row::person, Collectors.toSet()));
    List<PersonId> differing = new ArrayList<>();
    for (Gathered one : facts.getObject().gatherAll(province, persons)) {
      Set<TallyStore.Row> reckoned = new HashSet<>(rows(one.person(), one.history().knownAt(LocalDate.MAX)));
      if (!reckoned.equals(stored.getOrDefault(one.person().value(), Set.of()))) {
        differing.add(one.person());
      }
    }
    return differing;
  }
}
