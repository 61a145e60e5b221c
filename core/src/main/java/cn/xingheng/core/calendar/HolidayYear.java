package cn.xingheng.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * 「年度节假日安排」 The days off and the make-up working days of one calendar year, as the State Council announced them.
 *
 * <p>A table holds the days of its own year only, whichever notice fixed them: Saturday 2011-12-31 was worked under
 * the notice for 2012 and stands in the table of 2011, which names both notices.
 * Days off may fall on a weekend; they then change nothing. Make-up days fall on weekends only.
 * Source: 全国年节及纪念日放假办法 and the yearly notice 国务院办公厅关于部分节假日安排的通知.
 *
 * <p>Example: 2025 has 2025-05-01 to 2025-05-05 off and Sunday 2025-04-27 worked.
 *
 * @param year the calendar year, 1996 (the five-day week came in 1995) to 9998
 * @param notices the notices it rests on, in the order of their dates, at least one, none blank
 * @param daysOff the days off, all in {@code year}; kept in the order of days
 * @param makeUpDays the weekend days that are worked, all in {@code year}, none a day off; kept in order too
 */
public record HolidayYear(int year, List<String> notices, Set<LocalDate> daysOff, Set<LocalDate> makeUpDays) {

  private static final int FIRST_YEAR = 1996;
  private static final int LAST_YEAR = 9998;

  public HolidayYear {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException("year " + year + " is not within " + FIRST_YEAR + ".." + LAST_YEAR);
    }
    notices = List.copyOf(notices);
    if (notices.isEmpty() || notices.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("the table of " + year + " must name its notices, but has " + notices);
    }
    daysOff = sorted(daysOff);
    makeUpDays = sorted(makeUpDays);
    for (LocalDate day : daysOff) {
      requireYear(day, year);
    }
    for (LocalDate day : makeUpDays) {
      requireYear(day, year);
      if (!weekend(day)) {
        throw new IllegalArgumentException("make-up day " + day + " is a " + day.getDayOfWeek() + ", worked anyway");
      }
      if (daysOff.contains(day)) {
        throw new IllegalArgumentException(day + " is both a day off and a make-up day");
      }
    }
  }

  /** Whether the day is worked under this table. The day must lie in {@link #year()}. */
  public boolean working(LocalDate day) {
    requireYear(day, year);
    return weekend(day) ? makeUpDays.contains(day) : !daysOff.contains(day);
  }

  /** The number of days off that fall on Monday to Friday. */
  public int weekdaysOff() {
    return (int) daysOff.stream().filter(day -> !weekend(day)).count();
  }

  static boolean weekend(LocalDate day) {
    return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
  }

  private static void requireYear(LocalDate day, int year) {
    if (day.getYear() != year) {
      throw new IllegalArgumentException(day + " does not lie in the year " + year + " of its table");
    }
  }

  private static Set<LocalDate> sorted(Set<LocalDate> days) {
    SortedSet<LocalDate> copy = new TreeSet<>(days);
    return Collections.unmodifiableSortedSet(copy);
  }
}
