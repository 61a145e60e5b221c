package cn.xingheng.core.register;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.InstitutionFact.Closed;
import cn.xingheng.core.facts.InstitutionFact.Opened;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.LocalDateRange;

/**
 * 「定点医疗机构」 One institution as known: its pooling area, its agreements, its suspensions and its end.
 *
 * @param opened its agreements, in order of their first day; none for an institution that is always in force
 * @param halts its suspensions, in order
 * @param closed its ends, in order
 */
public record Institution(
    InstitutionId id, RegionId region, List<Opened> opened, List<Halt> halts, List<Closed> closed) {

  public Institution {
    opened = List.copyOf(opened);
    halts = List.copyOf(halts);
    closed = List.copyOf(closed);
  }

  /** The agreement of the institution that covers the day and has not ended before, or empty. */
  public Optional<Opened> agreementOn(LocalDate day) {
    Opened found = null;
    for (Opened agreement : opened) {
      if (range(agreement).contains(day)) {
        found = agreement;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Whether the institution's own agreement exists on the day; it may be suspended. */
  public boolean inForceOn(LocalDate day) {
    return opened.isEmpty() ? closedBy(day).isEmpty() : agreementOn(day).isPresent();
  }

  /** The last day of the agreement that covers the day, or {@link LocalDate#MAX} when it has none. */
  public LocalDate throughOn(LocalDate day) {
    return agreementOn(day).map(Opened::through).orElse(LocalDate.MAX);
  }

  /** The first end on or after one day and before another, or empty. */
  public Optional<Closed> closedWithin(LocalDate startInclusive, LocalDate endExclusive) {
    return closed.stream()
        .filter(end -> !end.from().isBefore(startInclusive) && end.from().isBefore(endExclusive))
        .findFirst();
  }

  /** The suspension that covers the day, or empty. */
  public Optional<Halt> haltOn(LocalDate day) {
    return halts.stream().filter(halt -> halt.days().contains(day)).findFirst();
  }

  /** The last day on which anything recorded about its agreements changes, or {@link LocalDate#MIN}. */
  public LocalDate lastDay() {
    LocalDate last = LocalDate.MIN;
    for (Opened agreement : opened) {
      LocalDate day = agreement.through() == null ? agreement.from() : agreement.through();
      last = day.isAfter(last) ? day : last;
    }
    for (Closed end : closed) {
      last = end.from().isAfter(last) ? end.from() : last;
    }
    return last;
  }

  private Optional<Closed> closedBy(LocalDate day) {
    return closed.stream().filter(end -> !end.from().isAfter(day)).findFirst();
  }

  /** The days of one agreement: from its first day to its last, or to the end of the institution if that is earlier. */
  public LocalDateRange range(Opened agreement) {
    LocalDate end = agreement.through() == null ? LocalDate.MAX : agreement.through().plusDays(1);
    LocalDate cut = closedWithin(agreement.from(), end).map(Closed::from).orElse(end);
    return LocalDateRange.of(agreement.from(), cut);
  }
}
