package cn.xingheng.core.ledger;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.Window;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.LocalDateRange;

/**
 * 「累计周期」 In which year, or in which term of an agreement, a day lies for an account (reading {@code year}).
 *
 * <p>An agreement year runs from one anniversary of the agreement to the next. Where several agreements of one account
 * are in force on a day the earliest governs; where none is, the one that began last before it; before any, and
 * wherever there is none, the calendar year.
 */
public final class Periods {

  private final boolean agreementYear;
  private final List<Course> courses;

  private Periods(boolean agreementYear, List<Course> courses) {
    this.agreementYear = agreementYear;
    this.courses = courses;
  }

  /** The periods of a person with these agreements. */
  public static Periods reckon(Law law, List<Course> courses) {
    return new Periods(
        law.reads(ReadingKey.YEAR, "agreement"),
        courses.stream()
            .sorted(Comparator.comparing((Course course) -> course.signed().from()).thenComparing(c -> c.signed().id()))
            .toList());
  }

  /** The calendar year that holds the day. */
  public static LocalDateRange calendarYear(int year) {
    return LocalDateRange.of(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
  }

  /** The period of the window that holds the day. */
  public LocalDateRange of(Window window, Account account, LocalDate day) {
    return switch (window) {
      case YEAR -> agreementYear
          ? governing(account, day).map(course -> anniversary(course, day)).orElseGet(() -> calendarYear(day.getYear()))
          : calendarYear(day.getYear());
      case TERM -> governing(account, day)
          .map(course -> course.termOn(day))
          .orElseGet(() -> calendarYear(day.getYear()));
    };
  }

  /** The agreement that governs the periods of an account on a day, or empty when none had begun. */
  public Optional<Course> governing(Account account, LocalDate day) {
    Course last = null;
    for (Course course : courses) {
      if (account.covers(course.region()) && !course.signed().from().isAfter(day)) {
        if (course.inForceOn(day)) {
          return Optional.of(course);
        }
        last = course;
      }
    }
    return Optional.ofNullable(last);
  }

  private static LocalDateRange anniversary(Course course, LocalDate day) {
    LocalDate from = course.signed().from();
    int years = day.getYear() - from.getYear();
    if (from.plusYears(years).isAfter(day)) {
      years--;
    }
    return LocalDateRange.of(from.plusYears(years), from.plusYears(years + 1L));
  }
}
