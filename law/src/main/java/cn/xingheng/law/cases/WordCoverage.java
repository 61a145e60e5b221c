package cn.xingheng.law.cases;

import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.DutyRule;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Items that are deducted and counted, duties asserted both ways, and words of refusal. */
final class WordCoverage {

  static final String ALL = "全部版本";
  static final String ITEM = "条目";
  static final String DUTY = "义务";
  static final String REFUSAL = "不予受理";
  private static final List<String> TOTALS = List.of("points", "remaining", "term-points");

  private WordCoverage() {}

  static void expect(CoverageTable table, Edition edition) {
    edition.catalogue().keySet().forEach(item -> table.expect(edition.id(), ITEM, item));
    for (Duty duty : duties(edition)) {
      table.expect(edition.id(), DUTY, duty.word() + " due");
      table.expect(edition.id(), DUTY, duty.word() + " not-due");
    }
  }

  static void expectRefusals(CoverageTable table) {
    for (Refusal.Word word : Refusal.Word.values()) {
      table.expect(ALL, REFUSAL, word.word());
    }
  }

  /** The duties that an edition can bring. */
  private static SequencedSet<Duty> duties(Edition edition) {
    SequencedSet<Duty> duties = new LinkedHashSet<>();
    edition.duties().stream().map(DutyRule::duty).forEach(duties::add);
    edition.rules().stream().map(WordCoverage::duty).forEach(duties::add);
    return duties;
  }

  /** The duty that a rule brings. */
  static Duty duty(Rule rule) {
    return switch (rule.consequence()) {
      case Consequence.Interview _ -> Duty.INTERVIEW;
      case Consequence.Suspend _ -> rule.force() == Force.MAY ? Duty.CONSIDER_SUSPENSION : Duty.SUSPEND;
      case Consequence.Terminate _ -> Duty.TERMINATE;
    };
  }

  static void count(CoverageTable table, Probe probe) {
    String group = probe.edition().id();
    Set<String> items = probe.facts(Deducted.class)
        .filter(deducted -> turnsOn(probe, deducted))
        .map(Deducted::item)
        .collect(Collectors.toSet());
    items.forEach(item -> table.count(group, ITEM, item));
    for (String field : List.of("due", "not-due")) {
      Set<String> words = probe.c().expectations().stream()
          .filter(expectation -> expectation.wants().containsKey(field))
          .flatMap(expectation -> Comparison.words(expectation.wants().get(field)).stream())
          .collect(Collectors.toSet());
      words.forEach(word -> table.count(group, DUTY, word + " " + field));
    }
    Set<String> refusals = probe.expectations(Expectation.TakenOrNot.class)
        .filter(taken -> taken.wants().containsKey("refused"))
        .flatMap(taken -> Comparison.words(taken.wants().get("because")).stream())
        .collect(Collectors.toSet());
    refusals.forEach(word -> table.count(ALL, REFUSAL, word));
  }

  /** Whether the case asserts the total after a deduction, or the fate of it. */
  private static boolean turnsOn(Probe probe, Deducted deducted) {
    return probe.judges(deducted.id())
        || probe.expectations(Expectation.StateOn.class).anyMatch(state -> counts(state, deducted));
  }

  private static boolean counts(Expectation.StateOn state, DecisionFact deducted) {
    return state.person().equals(deducted.person())
        && !state.on().isBefore(deducted.on())
        && TOTALS.stream().anyMatch(state.wants()::containsKey);
  }
}
