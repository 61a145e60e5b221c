package cn.xingheng.core.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * 「暂定日期」 A day that cannot be named yet, because a holiday table it rests on is not loaded; its bounds are known.
 *
 * <p>Whatever table is published, the day lies in {@code [earliest, latest]}, as long as that table keeps to the
 * {@linkplain #assumption() assumption}. The bounds are the narrowest that hold for every such table.
 * Source: 民法典 203, 204; 全国年节及纪念日放假办法.
 *
 * <p>Example, with the tables of 2025 and 2026, at most 19 weekdays off and 6 make-up days in a year: the first
 * working day after Thursday 2026-12-31 lies within 2027-01-01 and 2027-01-28.
 *
 * @param earliest the earliest day it can be, inclusive
 * @param latest the latest day it can be, inclusive, not before {@code earliest}
 * @param missingYear the first year, in the direction of counting, whose table is missing
 */
public record Provisional(LocalDate earliest, LocalDate latest, int missingYear) implements DayAnswer {

  public Provisional {
    Objects.requireNonNull(earliest, "earliest");
    Objects.requireNonNull(latest, "latest");
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException("latest " + latest + " is before earliest " + earliest);
    }
  }

  /** The assumption under which the bounds hold. */
  public BoundAssumption assumption() {
    return BoundAssumption.RICHEST_PUBLISHED_YEAR;
  }

  @Override
  public Provisional plusDays(long days) {
    return days == 0 ? this : new Provisional(earliest.plusDays(days), latest.plusDays(days), missingYear);
  }
}
