package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * 「告知规则」 A duty to tell somebody, and the events that bring it.
 *
 * @param on the events, at least one
 */
public record DutyRule(Duty duty, Set<Event> on, Citation citation, String gloss) {

  public DutyRule {
    on = Set.copyOf(on);
  }

  /** 「触发事件」 What brings a duty to tell. */
  public enum Event {
    /** a deduction is decided */
    DEDUCTION,
    /** a suspension is decided */
    SUSPENSION,
    /** a termination is decided */
    TERMINATION,
    /** from the first day of a suspension, while it lasts */
    SUSPENSION_RUNS,
    /** from the day a termination takes effect */
    TERMINATION_RUNS,
    /** from the first day of an outside measure, while it stops settlement */
    MEASURE_RUNS,
    /** a suspension is decided on a person who has an agreement with another agency */
    SUSPENSION_ELSEWHERE,
    /** a termination is decided on a person who has an agreement with another agency */
    TERMINATION_ELSEWHERE,
    /** a deduction finds a loss of the fund */
    LOSS,
    /** an institution reaches a tier */
    INSTITUTION_TIER;

    /** The word in edition files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The event with this word, or empty when there is none. */
    public static Optional<Event> find(String word) {
      return Arrays.stream(values()).filter(event -> event.word().equals(word)).findFirst();
    }
  }
}
