package cn.xingheng.core.standing;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.ReviewFact;
import cn.xingheng.core.facts.RevisionFact;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.rulebook.Law;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 「受理登记」 What was made of every fact about one physician, and what it was made of: completes a trail.
 *
 * <p>A trail names what the computation used. It is whole only with the facts that were looked at and did not count
 * (refused, overturned, without effect), and with those on which taking the named facts rested.
 */
final class Receipts {

  private final Law law;
  private final House house;
  private final Collection<Fact> own;
  private final Map<FactId, Judgment> judgments;

  Receipts(Law law, House house, Collection<Fact> own, Map<FactId, Judgment> judgments) {
    this.law = law;
    this.house = house;
    this.own = own;
    this.judgments = judgments;
  }

  /** The facts about the person. */
  Collection<Fact> facts() {
    return own;
  }

  /** The trail that begins with these steps, for a question that looks at a scope, as known at the end of a day. */
  Trail complete(List<Step> steps, Scope scope, Known known, LocalDate at) {
    return new Completion(known, at).complete(steps, scope);
  }

  /** The completion of one trail. */
  private final class Completion {

    private final LocalDate at;
    private final Map<FactId, Fact> facts = new HashMap<>();
    private final List<Fact> inOrder = new ArrayList<>();
    private final Map<FactId, Set<Fact>> corrected = new HashMap<>();
    private final Map<FactId, List<Step>> setAside = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Deque<FactId> open = new ArrayDeque<>();
    private final Set<FactId> named = new HashSet<>();

    Completion(Known known, LocalDate at) {
      this.at = at;
      house.facts().forEach(this::take);
      own.forEach(this::take);
      List<Step> revised = new ArrayList<>(house.knownAt(at).setAside());
      revised.addAll(known.setAside());
      revised.forEach(step -> step.facts().forEach(id -> setAside.computeIfAbsent(id, key -> new ArrayList<>()).add(step)));
    }

    private void take(Fact fact) {
      if (!fact.recorded().isAfter(at)) {
        facts.put(fact.id(), fact);
        inOrder.add(fact);
        if (fact instanceof Corrected correction) {
          corrected.computeIfAbsent(correction.of(), id -> new LinkedHashSet<>()).add(correction.as());
        }
      }
    }

    Trail complete(List<Step> direct, Scope scope) {
      direct.forEach(this::add);
      List.copyOf(named).forEach(this::shown);
      List<FactId> idle = new ArrayList<>();
      for (Fact fact : inOrder) {
        if (covers(scope, fact) && !shown(fact.id()) && !named.contains(fact.id())) {
          idle.add(fact.id());
        }
      }
      if (!idle.isEmpty()) {
        add(new Step(idle, law.edition().inForce().citation(), List.of(), "已一并查明，不改变结论"));
      }
      while (!open.isEmpty()) {
        FactId id = open.remove();
        refused(id);
        Fact fact = facts.get(id);
        if (fact != null) {
          looked(fact);
        }
      }
      return new Trail(steps);
    }

    private void add(Step step) {
      steps.add(step);
      for (FactId id : step.facts()) {
        if (named.add(id)) {
          open.add(id);
        }
      }
    }

    /** Says of a fact that it was refused; false when it was taken. */
    private boolean refused(FactId id) {
      if (judgment(id) instanceof Judgment.Refused(Refusal refusal)) {
        add(refusal.step(id));
        return true;
      }
      return false;
    }

    /** Says of a fact that it was refused, overturned or corrected; false when it simply stands. */
    private boolean shown(FactId id) {
      if (refused(id)) {
        return true;
      }
      List<Step> revised = setAside.getOrDefault(id, List.of());
      revised.forEach(this::add);
      return !revised.isEmpty();
    }

    /** What was looked at when the fact was taken or refused. */
    private void looked(Fact fact) {
      List<Fact> earlier = inOrder.stream().filter(other -> before(other, fact)).toList();
      Looked looked = Looked.at(law, fact, versions(earlier));
      List<FactId> before = new ArrayList<>();
      for (Fact other : earlier) {
        if (covers(looked.scope(), other) || sameRoot(other, fact)) {
          before.add(other.id());
        }
      }
      if (!before.isEmpty()) {
        before.addFirst(fact.id());
        add(new Step(before, looked.citation(), List.of(), "受理 " + fact.id() + " 时查明：" + looked.says()));
      }
    }

    private static List<Fact> versions(List<Fact> recorded) {
      return recorded.stream().map(fact -> fact instanceof Corrected correction ? correction.as() : fact).toList();
    }

    /** What a revision is about, and what has revised the same before it. */
    private boolean sameRoot(Fact other, Fact fact) {
      return about(fact) != null && root(fact).equals(root(other));
    }

    /** Facts are taken in order; to those about a person, all about institutions of that day are known already. */
    private boolean before(Fact other, Fact fact) {
      boolean aboutPerson = !house.judgments().containsKey(fact.id());
      boolean otherAboutPerson = !house.judgments().containsKey(other.id());
      if (aboutPerson == otherAboutPerson) {
        return Fact.ORDER.compare(other, fact) < 0;
      }
      return aboutPerson && !other.recorded().isAfter(fact.recorded());
    }

    private boolean covers(Scope scope, Fact fact) {
      if (scope.test(fact)) {
        return true;
      }
      if (fact instanceof ReviewFact.Objected) {
        return false;
      }
      Fact root = facts.get(root(fact));
      return root != null
          && (root != fact && scope.test(root)
              || corrected.getOrDefault(root.id(), Set.of()).stream().anyMatch(scope));
    }

    private FactId root(Fact fact) {
      FactId id = fact.id();
      Fact next = fact;
      for (int depth = 0; next != null && about(next) != null && depth <= facts.size(); depth++) {
        id = java.util.Objects.requireNonNull(about(next));
        next = facts.get(id);
      }
      return id;
    }
  }

  private @Nullable Judgment judgment(FactId id) {
    Judgment own = judgments.get(id);
    return own != null ? own : house.judgments().get(id);
  }

  /** What a revision, an objection or its answer is about, or null for another fact. */
  private static @Nullable FactId about(Fact fact) {
    return switch (fact) {
      case RevisionFact revision -> revision.of();
      case ReviewFact.Objected objected -> objected.of();
      case ReviewFact.ObjectionAnswered answered -> answered.of();
      case Fact other -> null;
    };
  }
}
