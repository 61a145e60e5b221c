package cn.xingheng.core.standing;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.facts.DecisionFact.Served;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.ReviewFact.Objected;
import cn.xingheng.core.facts.ReviewFact.ObjectionAnswered;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.facts.RevisionFact.Withdrawn;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.ReadingKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 「当时所知」 The accepted facts that stood with what was known at the end of a day: as corrected, without those
 * overturned, with service as far as it had happened.
 */
public final class Known {

  private final Map<FactId, Fact> standing;
  private final List<Step> setAside;

  private Known(Map<FactId, Fact> standing, List<Step> setAside) {
    this.standing = standing;
    this.setAside = setAside;
  }

  /**
   * What was known at the end of a day.
   *
   * @param accepted accepted facts in the order of {@link Fact#ORDER}
   * @param at the day, or {@link LocalDate#MAX} for all there is
   */
  static Known reckon(Edition edition, Collection<? extends Fact> accepted, LocalDate at) {
    Map<FactId, Fact> standing = new LinkedHashMap<>();
    List<Step> setAside = new ArrayList<>();
    for (Fact fact : accepted) {
      if (!fact.recorded().isAfter(at)) {
        standing.put(fact.id(), at.equals(LocalDate.MAX) ? fact : servedBy(fact, at));
      }
    }
    for (Fact fact : List.copyOf(standing.values())) {
      revise(edition, standing, setAside, fact, at);
    }
    return new Known(standing, setAside);
  }

  private static void revise(
      Edition edition, Map<FactId, Fact> standing, List<Step> setAside, Fact fact, LocalDate at) {
    if (fact instanceof Corrected corrected && standing.containsKey(corrected.of())) {
      standing.put(corrected.of(), servedBy(corrected.as(), at));
      setAside.add(revised(edition, List.of(corrected.of(), corrected.id()), corrected.of() + " 按更正后的内容计"));
    } else if (fact instanceof Withdrawn withdrawn && standing.remove(withdrawn.of()) != null) {
      setAside.add(revised(edition, List.of(withdrawn.of(), withdrawn.id()), withdrawn.of() + " 已撤销，自始无效"));
    } else if (fact instanceof ObjectionAnswered answer && answer.upheld()) {
      FactId decision = decision(standing, answer);
      if (standing.remove(decision) != null) {
        setAside.add(
            revised(
                edition, List.of(decision, answer.id()), decision + " 因异议成立而撤销，自始无效", ReadingKey.OBJECTION));
      }
    }
  }

  /** The decision that an answer is about: named itself, or by its objection. */
  static FactId decision(Map<FactId, Fact> facts, ObjectionAnswered answer) {
    return facts.get(answer.of()) instanceof Objected objected
        ? objected.of()
        : answer.of();
  }

  private static Step revised(Edition edition, List<FactId> facts, String says, ReadingKey... more) {
    List<String> readings = new ArrayList<>(edition.label(ReadingKey.WITHDRAWAL));
    readings.addAll(edition.label(more));
    return new Step(facts, edition.citation(ReadingKey.WITHDRAWAL), readings, says);
  }

  private static Fact servedBy(Fact fact, LocalDate at) {
    if (at.equals(LocalDate.MAX)) {
      return fact;
    }
    return fact instanceof Served served ? (Fact) served.withService(served.served().knownAt(at)) : fact;
  }

  /** The standing facts of one type, in the order in which they are taken. */
  public <F> List<F> all(Class<F> type) {
    List<F> found = new ArrayList<>();
    for (Fact fact : standing.values()) {
      if (type.isInstance(fact)) {
        found.add(type.cast(fact));
      }
    }
    return found;
  }

  /** Every standing fact, in the order in which they are taken. */
  public Stream<Fact> stream() {
    return standing.values().stream();
  }

  /** The standing fact with this id, or empty. */
  public Optional<Fact> find(FactId id) {
    return Optional.ofNullable(standing.get(id));
  }

  /** What was overturned or corrected, as steps of every trail. */
  public List<Step> setAside() {
    return setAside;
  }

  /** What overturned a fact: a withdrawal, or an objection that succeeded; empty when nothing did. */
  List<FactId> overturning(FactId id) {
    List<FactId> found = new ArrayList<>();
    for (Fact fact : standing.values()) {
      boolean withdrawn = fact instanceof Withdrawn withdrawal && withdrawal.of().equals(id);
      boolean upheld = fact instanceof ObjectionAnswered answer && answer.upheld() && decision(answer).equals(id);
      if (withdrawn || upheld) {
        found.add(fact.id());
      }
    }
    return found;
  }

  /** The decision that an answer is about. */
  public FactId decision(ObjectionAnswered answer) {
    return decision(standing, answer);
  }
}
