package cn.xingheng.server.calendar;

import cn.xingheng.core.calendar.HolidayYear;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One year of the calendar as the house has it.
 *
 * @param version the number of the loaded version; 0 for a shipped year
 * @param source where a loaded year was taken from, in the words of whoever loaded it; empty for a shipped year
 * @param loadedBy who loaded it, or empty
 * @param mine whether the viewer loaded it
 * @param confirmedBy who confirmed it, or null while it is not in force
 */
public record CalendarYear(
    HolidayYear table, long version, String source, String loadedBy, boolean mine, @Nullable OffsetDateTime loadedAt,
    @Nullable String confirmedBy, @Nullable OffsetDateTime confirmedAt) {

  /** A year that is shipped. */
  static CalendarYear shipped(HolidayYear table) {
    return new CalendarYear(table, 0, "", "", false, null, null, null);
  }

  /** Whether it is shipped. */
  public boolean isShipped() {
    return version == 0;
  }

  /**
   * One month.
   *
   * @param workingDays how many days are worked
   */
  public record Month(int month, List<LocalDate> off, List<LocalDate> work, int workingDays) {}

  /** Its twelve months. */
  public List<Month> months() {
    List<Month> months = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      YearMonth of = YearMonth.of(table.year(), month);
      int working = (int) of.atDay(1).datesUntil(of.atEndOfMonth().plusDays(1)).filter(table::working).count();
      months.add(new Month(month, in(table.daysOff(), of), in(table.makeUpDays(), of), working));
    }
    return months;
  }

  private static List<LocalDate> in(Set<LocalDate> days, YearMonth month) {
    return days.stream().filter(day -> YearMonth.from(day).equals(month)).toList();
  }

  /** How many days of the year are worked. */
  public int workingDays() {
    return months().stream().mapToInt(Month::workingDays).sum();
  }

  /** How many days off fall on a weekday. */
  public long weekdaysOff() {
    return table.daysOff().stream()
        .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY).count();
  }

  /**
   * What another table says otherwise.
   *
   * @param known whether there is another table to compare with
   */
  public record Difference(
      boolean known, List<LocalDate> offNow, List<LocalDate> offNoLonger, List<LocalDate> workNow,
      List<LocalDate> workNoLonger) {

    /** Whether both say the same. */
    public boolean none() {
      return known && offNow.isEmpty() && offNoLonger.isEmpty() && workNow.isEmpty() && workNoLonger.isEmpty();
    }

    /** How a table differs from the one known before, if any. */
    static Difference of(HolidayYear now, @Nullable HolidayYear before) {
      Set<LocalDate> off = before == null ? Set.of() : before.daysOff();
      Set<LocalDate> work = before == null ? Set.of() : before.makeUpDays();
      return new Difference(
          before != null, without(now.daysOff(), off), without(off, now.daysOff()), without(now.makeUpDays(), work),
          without(work, now.makeUpDays()));
    }

    private static List<LocalDate> without(Set<LocalDate> these, Set<LocalDate> those) {
      SortedSet<LocalDate> left = new TreeSet<>(these);
      left.removeAll(those);
      return List.copyOf(left);
    }
  }
}
