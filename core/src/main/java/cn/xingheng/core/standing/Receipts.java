package cn.xingheng.core.standing;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.ReviewFact;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.rulebook.Law;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * 「受理登记」 What was made of every fact about one physician, and what it was made of: completes a trail.
 *
 * <p>A trail names what the computation used. It is whole only with the facts that were looked at and did not count
 * (refused, overturned, without effect), and with those on which taking the named facts rested.
 */
final class Receipts {

  private final Law law;
  private final House house;
  private final Map<FactId, Fact> own;
  private final Map<FactId, Judgment> judgments;
  private final Map<FactId, Optional<Step>> looked = new ConcurrentHashMap<>();

  /**
   * The receipts of one person.
   *
   * @param own the facts about the person in the order in which they were taken
   */
  Receipts(Law law, House house, Map<FactId, Fact> own, Map<FactId, Judgment> judgments) {
    this.law = law;
    this.house = house;
    this.own = own;
    this.judgments = judgments;
  }

  /** The facts about the person. */
  Collection<Fact> facts() {
    return own.values();
  }

  /** The trail that begins with these steps, for a question that looks at a scope, as known at the end of a day. */
  Trail complete(List<Step> steps, Scope scope, Known known, LocalDate at) {
    Predicate<Fact> recorded = fact -> !fact.recorded().isAfter(at);
    List<Fact> inScope = new ArrayList<>();
    for (Fact fact : house.facts()) {
      if (recorded.test(fact) && covers(scope, fact, recorded)) {
        inScope.add(fact);
      }
    }
    for (Fact fact : own.values()) {
      if (recorded.test(fact) && covers(scope, fact, recorded)) {
        inScope.add(fact);
      }
    }
    Map<FactId, List<Step>> revised = new HashMap<>();
    List<Step> setAside = new ArrayList<>(house.knownAt(at).setAside());
    setAside.addAll(known.setAside());
    for (Step step : setAside) {
      step.facts().forEach(id -> revised.computeIfAbsent(id, key -> new ArrayList<>()).add(step));
    }
    return new Completion(this, law.edition(), revised, at).complete(steps, inScope);
  }

  /** Whether a fact was recorded by the end of a day: a refusal may name one that came later. */
  boolean recordedBy(FactId id, LocalDate at) {
    return find(id).filter(fact -> !fact.recorded().isAfter(at)).isPresent();
  }

  /** The step that refused a fact, or empty when it was taken or is not known. */
  Optional<Step> refused(FactId id) {
    Judgment mine = judgments.get(id);
    return (mine != null ? mine : house.judgments().get(id)) instanceof Judgment.Refused(Refusal refusal)
        ? Optional.of(refusal.step(id))
        : Optional.empty();
  }

  /** What was looked at when a fact was taken or refused, or empty when nothing was. */
  Optional<Step> looked(FactId id) {
    Optional<Step> before = looked.get(id);
    if (before != null) {
      return before;
    }
    Optional<Step> now = find(id).flatMap(this::look);
    looked.put(id, now);
    return now;
  }

  private Optional<Step> look(Fact fact) {
    Predicate<Fact> earlier = other -> before(other, fact);
    List<Fact> facts = new ArrayList<>();
    house.facts().stream().filter(earlier).forEach(facts::add);
    own.values().stream().filter(earlier).forEach(facts::add);
    List<Fact> versions =
        facts.stream().map(other -> other instanceof Corrected correction ? correction.as() : other).toList();
    Looked at = Looked.at(law, fact, versions);
    List<FactId> found = new ArrayList<>(List.of(fact.id()));
    for (Fact other : facts) {
      if (covers(at.scope(), other, earlier) || (fact.about() != null && root(fact).equals(root(other)))) {
        found.add(other.id());
      }
    }
    return found.size() == 1
        ? Optional.empty()
        : Optional.of(new Step(found, at.citation(), List.of(), "受理 " + fact.id() + " 时查明：" + at.says()));
  }

  private Optional<Fact> find(FactId id) {
    Fact mine = own.get(id);
    return mine != null ? Optional.of(mine) : Optional.ofNullable(house.find(id));
  }

  /** Facts are taken in order; to those about a person, all about institutions of that day are known already. */
  private boolean before(Fact other, Fact fact) {
    boolean aboutPerson = own.containsKey(fact.id());
    if (aboutPerson == own.containsKey(other.id())) {
      return Fact.ORDER.compare(other, fact) < 0;
    }
    return aboutPerson && !other.recorded().isAfter(fact.recorded());
  }

  /** Whether a scope holds a fact as recorded or as corrected; a revision goes with what it is about. */
  private boolean covers(Scope scope, Fact fact, Predicate<Fact> recorded) {
    if (scope.test(fact)) {
      return true;
    }
    Fact root = fact instanceof ReviewFact.Objected ? null : find(root(fact)).orElse(null);
    if (root == null) {
      return false;
    }
    return (!root.id().equals(fact.id()) && scope.test(root))
        || corrections(root.id()).stream()
            .anyMatch(correction -> recorded.test(correction) && scope.test(correction.as()));
  }

  private List<Corrected> corrections(FactId id) {
    List<Corrected> found = new ArrayList<>();
    for (Fact fact : own.containsKey(id) ? own.values() : house.facts()) {
      if (fact instanceof Corrected correction && correction.of().equals(id)) {
        found.add(correction);
      }
    }
    return found;
  }

  private FactId root(Fact fact) {
    FactId id = fact.id();
    Fact next = fact;
    for (int depth = 0; next != null && next.about() != null && depth <= own.size(); depth++) {
      id = Objects.requireNonNull(next.about());
      next = find(id).orElse(null);
    }
    return id;
  }
}
