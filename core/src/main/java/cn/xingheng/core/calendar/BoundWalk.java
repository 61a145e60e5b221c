package cn.xingheng.core.calendar;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One walk over days, known and unknown, that takes every unknown year at its best or at its worst.
 *
 * <p>Each year has an allowance: what the richest year has, less what its own known days have used up.
 * The hasty walk spends it on weekend days that count as worked, the slow walk on weekdays that count as off.
 * Both spend it on the first unknown days they meet: no other choice leads to an earlier, or a later, n-th day.
 */
final class BoundWalk {

  private final Map<Integer, KnownYear> years;
  private final int richest;
  private final boolean hasty;
  private int year;
  private int allowance;
  private boolean met;
  private int firstMissingYear;

  BoundWalk(Map<Integer, KnownYear> years, int richest, boolean hasty) {
    this.years = years;
    this.richest = richest;
    this.hasty = hasty;
  }

  /** The n-th working day from {@code from}, itself counted when worked, in steps of 1 or -1 day. */
  LocalDate nth(LocalDate from, int n, int step) {
    LocalDate day = from;
    int left = working(day) ? n - 1 : n;
    while (left > 0) {
      day = day.plusDays(step);
      if (working(day)) {
        left--;
      }
    }
    return day;
  }

  /** The year of the first unknown day it met. */
  int firstMissingYear() {
    if (!met) {
      throw new IllegalStateException("no unknown day was met");
    }
    return firstMissingYear;
  }

  private boolean working(LocalDate day) {
    KnownYear known = years.get(day.getYear());
    if (known != null && known.covers(day)) {
      return known.table().working(day);
    }
    enter(day.getYear(), known);
    boolean weekend = HolidayYear.weekend(day);
    if (weekend != hasty || allowance == 0) {
      return !weekend;
    }
    allowance--;
    return hasty;
  }

  private void enter(int unknownYear, @Nullable KnownYear known) {
    if (!met) {
      firstMissingYear = unknownYear;
    } else if (year == unknownYear) {
      return;
    }
    met = true;
    year = unknownYear;
    allowance = known == null ? richest : Math.max(0, richest - known.spent(hasty));
  }
}
