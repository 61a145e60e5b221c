package cn.xingheng.core.standing;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.rulebook.Law;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 「医师事实簿」 The facts about one physician, each judged once on the day it was recorded, and what was known at any day.
 *
 * <p>A refused fact has no effect, then or later. What was accepted stays accepted; whether it still has its ground is
 * reckoned anew with what is known.
 */
public final class History {

  private final Law law;
  private final House house;
  private final List<Fact> accepted = new ArrayList<>();
  private final Map<FactId, Judgment> judgments = new LinkedHashMap<>();
  private final Map<FactId, Fact> all = new LinkedHashMap<>();
  private final Receipts receipts;

  private History(Law law, House house) {
    this.law = law;
    this.house = house;
    this.receipts = new Receipts(law, house, all, judgments);
  }

  /** The history of one physician: every fact about the person, in any order. */
  public static History reckon(Law law, House house, Collection<? extends Fact> facts) {
    History history = new History(law, house);
    for (Fact fact : facts.stream().sorted(Fact.ORDER).toList()) {
      history.take(fact);
    }
    return history;
  }

  private void take(Fact fact) {
    all.put(fact.id(), fact);
    LocalDate at = fact.recorded();
    Optional<Refusal> refusal =
        Judge.judge(dossier(accepted, at), fact, without -> dossier(without(without), at));
    judgments.put(fact.id(), refusal.<Judgment>map(Judgment.Refused::new).orElseGet(Judgment.Accepted::new));
    if (refusal.isEmpty()) {
      accepted.add(fact);
    }
  }

  private List<Fact> without(FactId id) {
    return accepted.stream().filter(fact -> !fact.id().equals(id)).toList();
  }

  private Dossier dossier(List<Fact> facts, LocalDate at) {
    return Dossier.reckon(law, house.registerAt(at), Known.reckon(law.edition(), facts, at), at, receipts);
  }

  /** What was made of each fact. */
  public Map<FactId, Judgment> judgments() {
    return judgments;
  }

  /** The fact with this id as it was recorded, refused or not, or empty. */
  public Optional<Fact> recorded(FactId id) {
    return Optional.ofNullable(all.get(id));
  }

  /** What follows from what was known at the end of a day; {@link LocalDate#MAX} for all there is. */
  public Dossier knownAt(LocalDate day) {
    return Dossier.reckon(law, house.registerAt(day), Known.reckon(law.edition(), accepted, day), day, receipts);
  }
}
