package cn.xingheng.core.sanction;

import cn.xingheng.core.basics.Step;
import cn.xingheng.core.calendar.Spans;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * 「升档」 A higher tier of one period's total meets the lower tier that is still running (reading {@code escalation},
 * L17).
 */
final class Escalation {

  private Escalation() {}

  /** Whether both run, rest on one account and period, and the rule of the one goes before the rule of the other. */
  static boolean swallows(Law law, Sanction higher, Sanction lower) {
    return law.edition().readings().containsKey(ReadingKey.ESCALATION)
        && higher.runs()
        && lower.runs()
        && !lower.terminates()
        && higher.ground().isPresent()
        && lower.ground().isPresent()
        && higher.ground().get().account().equals(lower.ground().get().account())
        && higher.ground().get().period().equals(lower.ground().get().period())
        && higher.ground().get().rule().over().contains(lower.ground().get().rule().id());
  }

  /** The higher tier: from its own day, or the day after the lower ends, or counted from the lower's first day. */
  static Sanction higher(Law law, Sanction higher, Sanction lower) {
    LocalDate first = Objects.requireNonNull(higher.first());
    LocalDate lowerFirst = Objects.requireNonNull(lower.first());
    LocalDate lowerLast = Objects.requireNonNull(lower.last());
    if (law.reads(ReadingKey.ESCALATION, "consecutive") && !first.isAfter(lowerLast)) {
      LocalDate later = lowerLast.plusDays(1);
      LocalDate last = higher.last() == null ? null : Spans.lastDayOfMonths(later, higher.length());
      return higher.spanning(later, last, List.of(lower.id()), step(law, higher, lower, "接续低档，自 " + later + " 起"));
    }
    if (law.reads(ReadingKey.ESCALATION, "top-up") && higher.last() != null) {
      LocalDate last = Spans.lastDayOfMonths(lowerFirst, higher.length());
      return higher.spanning(
          first, last, List.of(lower.id()), step(law, higher, lower, "月数自低档首日 " + lowerFirst + " 起算，至 " + last));
    }
    return higher;
  }

  /** The lower tier: its rest is swallowed from the higher's first day. */
  static Sanction lower(Law law, Sanction higher, Sanction lower) {
    LocalDate first = Objects.requireNonNull(higher.first());
    LocalDate last = Objects.requireNonNull(lower.last());
    if (last.isBefore(first)) {
      return lower;
    }
    LocalDate cut = first.minusDays(1);
    return lower.spanning(
        lower.days().getStart(), cut, List.of(higher.id()),
        step(law, higher, lower, "高档生效，低档至 " + cut + " 止"));
  }

  private static Step step(Law law, Sanction higher, Sanction lower, String says) {
    return new Step(
        List.of(higher.id(), lower.id()),
        higher.ground().orElseThrow().rule().citation(),
        law.edition().label(ReadingKey.ESCALATION),
        says);
  }
}
