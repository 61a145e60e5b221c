package cn.xingheng.core.calendar;

import java.time.LocalDate;

/**
 * 「按月按年计算的期间」 Where a period counted in months or years ends; working days play no part and nothing is rolled.
 *
 * <p>All days are inclusive. Source: 民法典 201, 202 (before 2021: 民法总则 201, 202).
 */
public final class Spans {

  private static final int LONGEST_MONTHS = 1_200;
  private static final int LONGEST_YEARS = 100;

  private Spans() {}

  /**
   * 「处理期间的最后一日」 The last day, inclusive, of a period of months whose first day counts: the day before the
   * corresponding day, or the last day of the target month when that month has no such day.
   *
   * <p>Examples: 2026-03-01 + 3 ends 2026-05-31; 2026-08-31 + 1 ends 2026-09-30; 2026-01-31 + 1 ends 2026-02-28;
   * 2026-12-31 + 2 ends 2027-02-28. Source: 民法典 202; reading {@code sanction-span}.
   *
   * @param first the first day, which counts
   * @param months 1 to 1200
   * @throws IllegalArgumentException when {@code months} is out of bounds
   */
  public static LocalDate lastDayOfMonths(LocalDate first, int months) {
    require(first, "months", months, LONGEST_MONTHS);
    LocalDate target = first.plusMonths(months);
    return target.getDayOfMonth() == first.getDayOfMonth() ? target.minusDays(1) : target;
  }

  /**
   * 「禁止期的最后一日」 The last barred day, inclusive: the same date that many years on, 28 February for a 29 February that
   * the target year lacks. The day of effect is not counted; the person is free the day after the answer.
   *
   * <p>Examples: effect 2026-04-30, one year, last barred 2027-04-30; effect 2024-02-29, one year: 2025-02-28,
   * four years: 2028-02-29. Source: 民法典 201, 202; reading {@code bar-span}.
   *
   * @param effect the day the termination takes effect
   * @param years 1 to 100
   * @throws IllegalArgumentException when {@code years} is out of bounds
   */
  public static LocalDate lastBarredDay(LocalDate effect, int years) {
    require(effect, "years", years, LONGEST_YEARS);
    return effect.plusYears(years);
  }

  private static void require(LocalDate day, String unit, int count, int longest) {
    if (count < 1 || count > longest) {
      throw new IllegalArgumentException(unit + " " + count + " from " + day + " is not within 1.." + longest);
    }
  }
}
