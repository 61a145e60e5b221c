package cn.xingheng.law.cases;

import cn.xingheng.core.basics.Share;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.InstitutionTier;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.core.rulebook.Window;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Thresholds at n-1, n and n+1: a state with just these points, and what is due or not due asserted. */
final class ThresholdCoverage {

  static final String THRESHOLD = "门槛";

  private ThresholdCoverage() {}

  static void expect(CoverageTable table, Edition edition) {
    for (Rule rule : edition.rules()) {
      points(rule).forEach(n -> table.expect(edition.id(), THRESHOLD, rule.id() + " " + n));
    }
    for (InstitutionTier tier : edition.institutionTiers()) {
      around(tier.points()).forEach(n -> table.expect(edition.id(), THRESHOLD, tier.id() + " " + n));
      List.of("以下", "正好", "以上").forEach(
          side -> table.expect(edition.id(), THRESHOLD, tier.id() + " " + tier.share() + " " + side));
    }
  }

  /** The numbers at which the rule is to be tried. */
  private static Set<Integer> points(Rule rule) {
    return switch (rule.trigger()) {
      case Trigger.EachDeduction _ -> Set.of();
      case Trigger.Total total -> {
        Set<Integer> numbers = new LinkedHashSet<>(around(total.band().from()));
        Integer through = total.band().through();
        if (through != null) {
          numbers.addAll(around(through));
        }
        yield numbers;
      }
      case Trigger.AtOnce atOnce -> Set.of(atOnce.points());
      case Trigger.Streak streak -> new LinkedHashSet<>(around(streak.atLeast()));
    };
  }

  private static List<Integer> around(int n) {
    return List.of(n - 1, n, n + 1);
  }

  static void count(CoverageTable table, Probe probe) {
    Set<String> found = new HashSet<>();
    for (Rule rule : probe.edition().rules()) {
      switch (rule.trigger()) {
        case Trigger.EachDeduction _ -> { }
        case Trigger.Total total -> states(probe, rule).forEach(
            state -> total(probe, state, total.window()).ifPresent(n -> found.add(rule.id() + " " + n)));
        case Trigger.AtOnce atOnce -> {
          if (atOnce(probe, atOnce.points())) {
            found.add(rule.id() + " " + atOnce.points());
          }
        }
        case Trigger.Streak streak -> states(probe, rule).forEach(
            state -> least(probe, state, streak).ifPresent(n -> found.add(rule.id() + " " + n)));
      }
    }
    probe.edition().institutionTiers().forEach(tier -> tier(probe, tier, found));
    found.forEach(name -> table.count(probe.edition().id(), THRESHOLD, name));
  }

  /** The states that assert the duty of a rule, either way. */
  private static List<Expectation.StateOn> states(Probe probe, Rule rule) {
    String duty = WordCoverage.duty(rule).word();
    return probe.expectations(Expectation.StateOn.class)
        .filter(state -> Probe.duties(state).contains(duty))
        .toList();
  }

  private static Optional<Integer> total(Probe probe, Expectation.StateOn state, Window window) {
    return switch (window) {
      case YEAR -> points(probe, state, "points", null);
      case TERM -> points(probe, state, "term-points", null);
    };
  }

  private static Optional<Integer> points(
      Probe probe, Expectation.StateOn state, String field, @Nullable Integer year) {
    Expectation question =
        new Expectation.StateOn(Probe.ask(state.known(), field), state.on(), state.person(), state.at(), year);
    return probe.answer(question, field, Integer.class);
  }

  /** The least total of the years that a streak looks at. */
  private static Optional<Integer> least(Probe probe, Expectation.StateOn state, Trigger.Streak streak) {
    int least = Integer.MAX_VALUE;
    for (int back = 0; back < streak.years(); back++) {
      Optional<Integer> points = points(probe, state, "points", state.on().getYear() - back);
      if (points.isEmpty()) {
        return points;
      }
      least = Math.min(least, points.get());
    }
    return Optional.of(least);
  }

  /** A deduction of an item with these points, and a termination whose fate is asserted. */
  private static boolean atOnce(Probe probe, int points) {
    return probe.facts(Deducted.class).anyMatch(deducted ->
            probe.edition().findItem(deducted.item()).map(Item::points).orElse(0) == points)
        && probe.facts(Terminated.class).anyMatch(end -> probe.judges(end.id()) || spanned(probe, end));
  }

  private static boolean spanned(Probe probe, Terminated end) {
    return probe.expectations(Expectation.SanctionSpan.class).anyMatch(span -> span.sanction().equals(end.id()))
        || probe.expectations(Expectation.BarOf.class).anyMatch(bar -> bar.person().equals(end.person()));
  }

  private static void tier(Probe probe, InstitutionTier tier, Set<String> found) {
    probe.expectations(Expectation.InstitutionOn.class)
        .filter(state -> state.wants().containsKey("tier") || !Probe.duties(state).isEmpty())
        .forEach(state -> {
          Expectation question = new Expectation.InstitutionOn(
              Probe.ask(state.known(), "points", "ended-share"), state.on(), state.institution());
          probe.answer(question, "points", Integer.class).ifPresent(n -> found.add(tier.id() + " " + n));
          probe.answer(question, "ended-share", Object.class)
              .map(value -> side(Share.parse(value.toString()).compareTo(tier.share())))
              .ifPresent(side -> found.add(tier.id() + " " + tier.share() + " " + side));
        });
  }

  private static String side(int compared) {
    if (compared == 0) {
      return "正好";
    }
    return compared < 0 ? "以下" : "以上";
  }
}
