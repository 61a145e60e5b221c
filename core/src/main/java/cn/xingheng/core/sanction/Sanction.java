package cn.xingheng.core.sanction;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Steps;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/**
 * 「处理」 A decided suspension or termination, as it stands with what is known.
 *
 * @param basis what it rests on, or null when it has lost it
 * @param status whether it takes effect
 * @param earliest the first lawful day of effect, or null while it is not served
 * @param first the first day of effect, or null while there is none
 * @param last the last day of a suspension, or null while there is none, and of a termination
 * @param length months of a suspension, years of a bar
 * @param shaping the facts beside the decision itself that moved its days
 * @param steps how its days came about, put into words when looked at
 */
public record Sanction(
    SanctionDecision fact,
    @Nullable Basis basis,
    Status status,
    @Nullable DayAnswer earliest,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    int length,
    List<FactId> shaping,
    List<Step> steps) {

  public Sanction {
    shaping = List.copyOf(shaping);
  }

  /** 「处理效力」 Whether a sanction takes effect. */
  public enum Status {
    /** it has days */
    RUNS,
    /** both parties, or by the reading the person, have not been served */
    NOT_SERVED,
    /** its first day rests on a year without a published calendar, and it names no safe day */
    PROVISIONAL,
    /** put off by an objection that has not been answered */
    STAYED,
    /** void: overturned, or without its ground */
    VOID
  }

  /** Its name. */
  public FactId id() {
    return fact.id();
  }

  /** Whether it is a termination. */
  public boolean terminates() {
    return fact instanceof Terminated;
  }

  /** Whether it stands, with or without effect so far. */
  public boolean stands() {
    return status != Status.VOID;
  }

  /** Whether it has days of effect: a suspension that another swallowed before its first day has none. */
  public boolean runs() {
    return status == Status.RUNS && first != null && (last == null || !last.isBefore(first));
  }

  /**
   * The days on which it runs, without end for a termination.
   *
   * @throws IllegalStateException when it has none
   */
  public LocalDateRange days() {
    LocalDate start = first;
    if (!runs() || start == null) {
      throw new IllegalStateException(id() + " has no days: " + status);
    }
    return last == null || last.equals(LocalDate.MAX)
        ? LocalDateRange.ofUnboundedEnd(start)
        : LocalDateRange.ofClosed(start, last);
  }

  /** Whether it acts on agreements with the agency of this pooling area. */
  public boolean actsOn(RegionId region) {
    return basis != null && (fact.by() == null ? basis.account().covers(region) : region.equals(fact.by()));
  }

  /** The ground on the points account, or empty for a finding and for a void sanction. */
  public Optional<Ground> ground() {
    return basis instanceof Basis.OnPoints points ? Optional.of(points.ground()) : Optional.empty();
  }

  /** The same with other days. */
  Sanction spanning(LocalDate newFirst, @Nullable LocalDate newLast, List<FactId> because, Step step) {
    ArrayList<FactId> shaped = new ArrayList<>(shaping);
    shaped.addAll(because);
    List<Step> more = Steps.plus(steps, () -> List.of(step));
    return new Sanction(fact, basis, status, earliest, newFirst, newLast, length, shaped, more);
  }

  /** The same with one more step. */
  Sanction explained(Supplier<Step> step) {
    List<Step> more = Steps.plus(steps, () -> List.of(step.get()));
    return new Sanction(fact, basis, status, earliest, first, last, length, shaping, more);
  }
}
