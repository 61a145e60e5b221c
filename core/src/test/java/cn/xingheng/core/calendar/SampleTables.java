package cn.xingheng.core.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Tables for the tests of this room: two real years typed in by hand, and made-up ones. */
final class SampleTables {

  static final HolidayYear YEAR_2025 = table(
      2025,
      "01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
      "01-26 02-08 04-27 09-28 10-11");
  static final HolidayYear YEAR_2026 = table(
      2026,
      "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07",
      "01-04 02-14 02-28 05-09 09-20 10-10");

  private SampleTables() {}

  static WorkCalendar both() {
    return WorkCalendar.of(List.of(YEAR_2025, YEAR_2026));
  }

  static HolidayYear table(int year, String off, String work) {
    return new HolidayYear(year, List.of("测试用表"), days(year, off), days(year, work));
  }

  /** A made-up table with at most so many weekdays off and make-up days, strewn anywhere. */
  static HolidayYear random(RandomGenerator dice, int year, int weekdaysOff, int makeUpDays) {
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> work = new HashSet<>();
    int wantedOff = dice.nextInt(weekdaysOff + 1);
    int wantedWork = dice.nextInt(makeUpDays + 1);
    while (off.size() < wantedOff || work.size() < wantedWork) {
      LocalDate day = LocalDate.ofYearDay(year, 1 + dice.nextInt(365));
      if (day.getDayOfWeek().getValue() <= 5) {
        if (off.size() < wantedOff) {
          off.add(day);
        }
      } else if (work.size() < wantedWork) {
        work.add(day);
      }
    }
    return new HolidayYear(year, List.of("随机表"), off, work);
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Set<LocalDate> days(int year, String text) {
    Set<LocalDate> days = new TreeSet<>();
    for (String entry : text.isEmpty() ? new String[0] : text.split(" ")) {
      String[] ends = entry.split("\\.\\.");
      LocalDate day = day(year + "-" + ends[0]);
      LocalDate last = day(year + "-" + ends[ends.length - 1]);
      for (; !day.isAfter(last); day = day.plusDays(1)) {
        days.add(day);
      }
    }
    return days;
  }
}
