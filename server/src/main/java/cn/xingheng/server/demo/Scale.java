package cn.xingheng.server.demo;

import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.core.rulebook.Range;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.core.rulebook.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The figures of an edition that the stories turn on; every one of them is asked of the edition. */
final class Scale {

  private final Edition edition;
  private final TreeMap<Integer, List<Item>> byPoints = new TreeMap<>(Comparator.reverseOrder());

  Scale(Edition edition) {
    this.edition = edition;
    for (Item item : edition.catalogue().values()) {
      byPoints.computeIfAbsent(item.points(), points -> new ArrayList<>()).add(item);
    }
  }

  /** A total that brings something, and how long it lasts: months of a suspension, years of a bar. */
  record Step(int least, int most, Range length) {}

  /** The lowest total that suspends, or may. */
  Step suspension() {
    return suspensions().getFirst();
  }

  /** Every total that suspends, or may, the lowest first. */
  List<Step> suspensions() {
    return edition.rules().stream()
        .flatMap(rule -> rule.consequence() instanceof Consequence.Suspend(Range months)
            ? step(rule, months).stream()
            : Optional.<Step>empty().stream())
        .sorted(Comparator.comparingInt(Step::least))
        .toList();
  }

  /** The total that terminates. */
  Step termination() {
    return edition.rules().stream()
        .flatMap(rule -> rule.consequence() instanceof Consequence.Terminate(Range years)
            ? step(rule, years).stream()
            : Optional.<Step>empty().stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(edition.id() + " terminates on no total"));
  }

  /** The points of one incident that terminate by themselves, and the years open to the decision; or empty. */
  Optional<Step> atOnce() {
    for (Rule rule : edition.rules()) {
      if (rule.trigger() instanceof Trigger.AtOnce(int points)
          && rule.consequence() instanceof Consequence.Terminate(Range years)) {
        return Optional.of(new Step(points, points, years));
      }
    }
    return Optional.empty();
  }

  /** The total that makes an interview due, or what the lightest item brings where each deduction does. */
  int interview() {
    return edition.rules().stream()
        .filter(rule -> rule.consequence() instanceof Consequence.Interview)
        .flatMap(rule -> rule.trigger() instanceof Trigger.Total(var window, Range band)
            ? Optional.of(band.from()).stream()
            : Optional.<Integer>empty().stream())
        .findFirst()
        .orElseGet(this::lightest);
  }

  /** The fewest points an item has. */
  int lightest() {
    return byPoints.lastKey();
  }

  /** Items that add up to a total, several where it can be done; none where it cannot. */
  List<Item> adding(int total, Chance chance) {
    List<Integer> severally = parts(total, total - 1);
    List<Integer> parts = severally.isEmpty() ? parts(total, total) : severally;
    return parts.stream().map(points -> chance.of(byPoints.getOrDefault(points, List.of()))).toList();
  }

  /** An item of light weight. */
  Item light(Chance chance) {
    return chance.of(byPoints.lastEntry().getValue());
  }

  /** One item with so many points or more. */
  Optional<Item> single(int points, Chance chance) {
    return byPoints.entrySet().stream()
        .filter(entry -> entry.getKey() >= points)
        .reduce((heavier, lighter) -> lighter)
        .map(entry -> chance.of(entry.getValue()));
  }

  private List<Integer> parts(int total, int heaviest) {
    for (int points : byPoints.keySet()) {
      if (points > heaviest || points > total) {
        continue;
      }
      if (points == total) {
        return List.of(points);
      }
      List<Integer> rest = parts(total - points, points);
      if (!rest.isEmpty()) {
        List<Integer> all = new ArrayList<>(List.of(points));
        all.addAll(rest);
        return all;
      }
    }
    return List.of();
  }

  private static Optional<Step> step(Rule rule, Range length) {
    return rule.trigger() instanceof Trigger.Total(var window, Range band)
        ? Optional.of(new Step(band.from(), band.through() == null ? band.from() : band.through(), length))
        : Optional.empty();
  }
}
