package cn.xingheng.law.editions;

import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Range;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.Fault;
import cn.xingheng.law.yaml.Faults;
import cn.xingheng.law.yaml.Near;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds rules that can apply together without one going before the other, and rules that go before each other. */
final class RuleConflicts {

  private final Map<String, Rule> sanctions = new LinkedHashMap<>();
  private final List<Rule> rules;
  private final Entries entries;
  private final Faults faults;

  private RuleConflicts(List<Rule> rules, Entries entries, Faults faults) {
    this.rules = rules;
    this.entries = entries;
    this.faults = faults;
    rules.stream().filter(RuleConflicts::isSanction).forEach(rule -> sanctions.put(rule.id(), rule));
  }

  static void note(List<Rule> rules, Entries entries, Faults faults) {
    RuleConflicts conflicts = new RuleConflicts(rules, entries, faults);
    conflicts.noteUnknown();
    conflicts.noteCycles();
    conflicts.noteTogether();
  }

  private void noteUnknown() {
    for (Rule rule : rules) {
      for (String other : rule.over()) {
        if (other.equals(rule.id())) {
          faults.add(over(rule, "规则 `" + rule.id() + "` 不能优先于自己", "删去它"));
        } else if (!sanctions.containsKey(other) || !isSanction(rule)) {
          faults.add(over(rule, "`over` 只在暂停、解除的规则之间，`" + rule.id() + "` 优先于 `" + other + "` 不成立",
              Near.hint(other, sanctions.keySet())));
        }
      }
    }
  }

  private void noteCycles() {
    for (Rule rule : sanctions.values()) {
      Set<String> reached = new HashSet<>();
      rule.over().forEach(other -> follow(other, reached));
      if (reached.contains(rule.id()) && !rule.over().contains(rule.id())) {
        faults.add(over(rule, "规则 `" + rule.id() + "`（" + rule.citation() + "）绕了一圈又优先于自己，经过 "
            + String.join("、", reached.stream().filter(id -> !id.equals(rule.id())).sorted().toList()),
            "从其中一条的 `over` 里删去另一条"));
      }
    }
  }

  private void follow(String id, Set<String> reached) {
    Rule rule = sanctions.get(id);
    if (rule != null && reached.add(id)) {
      rule.over().forEach(other -> follow(other, reached));
    }
  }

  private void noteTogether() {
    List<Rule> all = List.copyOf(sanctions.values());
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Rule one = all.get(i);
        Rule other = all.get(j);
        if (together(one.trigger(), other.trigger())
            && !demandTheSame(one, other)
            && !one.over().contains(other.id()) && !other.over().contains(one.id())) {
          faults.add(conflict(one, other));
          faults.add(conflict(other, one));
        }
      }
    }
  }

  private Fault conflict(Rule rule, Rule other) {
    return new Fault(entries.keyPlace(rule.id()),
        "规则 `" + rule.id() + "`（" + rule.citation() + "）与 `" + other.id() + "`（第 "
            + entries.keyPlace(other.id()).line() + " 行，" + other.citation() + "）可能同时成立，却没有说哪一条优先",
        "在其中一条的 `over` 里写上另一条，或改正分数段");
  }

  private Fault over(Rule rule, String wrong, String maybe) {
    return entries.get(rule.id()).entries().get("over").fault(wrong, maybe);
  }

  private static boolean isSanction(Rule rule) {
    return switch (rule.consequence()) {
      case Consequence.Interview _ -> false;
      case Consequence.Suspend _, Consequence.Terminate _ -> true;
    };
  }

  /** Two rules that bring the same thing do not contradict each other, whichever is named. */
  private static boolean demandTheSame(Rule one, Rule other) {
    return one.force() == other.force() && one.consequence().equals(other.consequence());
  }

  /** Whether there is a state of an account in which both hold. */
  private static boolean together(Trigger one, Trigger other) {
    return switch (one) {
      case Trigger.EachDeduction _, Trigger.Streak _ when !(other instanceof Trigger.Total) -> true;
      case Trigger.AtOnce _ when !(other instanceof Trigger.Total) -> true;
      case Trigger.Total total when other instanceof Trigger.Total second ->
          total.window() != second.window() || overlap(total.band(), second.band());
      case Trigger.Total total -> reaches(total, other);
      case Trigger.EachDeduction _, Trigger.Streak _, Trigger.AtOnce _ -> together(other, one);
    };
  }

  private static boolean reaches(Trigger.Total total, Trigger other) {
    return switch (other) {
      case Trigger.EachDeduction _, Trigger.Total _ -> true;
      case Trigger.AtOnce atOnce -> reaches(total.band(), atOnce.points());
      case Trigger.Streak streak -> reaches(total.band(), streak.atLeast());
    };
  }

  private static boolean reaches(Range band, int points) {
    return band.through() == null || band.through() >= points;
  }

  private static boolean overlap(Range one, Range other) {
    return reaches(one, other.from()) && reaches(other, one.from());
  }
}
