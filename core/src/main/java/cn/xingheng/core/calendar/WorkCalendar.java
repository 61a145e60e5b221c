package cn.xingheng.core.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 「工作日历」 Which days are worked, as far as published tables reach, and where a count of them leads.
 *
 * <p>A day is worked when it is a Monday to Friday and no day off, or a weekend day named as a make-up day.
 * A day in no loaded table is unknown, never guessed: an answer that rests on one is {@link Provisional}.
 * A day rests on the table of its own calendar year alone.
 * Source: 民法典 201, 203, 204; 全国年节及纪念日放假办法.
 *
 * <p>Example, Thursday 2025-04-24: five working days after it is 2025-04-30 (Sunday 2025-04-27 was worked), three
 * after that 2025-05-08 (May Day was off through 2025-05-05), ten after that 2025-05-22.
 *
 * <p>Immutable; a firm answer takes constant time.
 */
public final class WorkCalendar {

  /** The greatest number of working days that can be asked for, some forty years. */
  public static final int MOST_WORKING_DAYS = 10_000;

  private static final Optional<Boolean> WORKED = Optional.of(true);
  private static final Optional<Boolean> OFF = Optional.of(false);

  private final SortedMap<Integer, KnownYear> years;
  private final int mostWeekdaysOff;
  private final int mostMakeUpDays;
  private final List<KnownRun> runs;

  private WorkCalendar(SortedMap<Integer, KnownYear> years, int mostWeekdaysOff, int mostMakeUpDays) {
    this.years = years;
    this.mostWeekdaysOff = mostWeekdaysOff;
    this.mostMakeUpDays = mostMakeUpDays;
    this.runs = KnownRun.join(years.values());
  }

  /**
   * The calendar of these tables, in any order; years between them may be missing.
   *
   * @throws IllegalArgumentException when there is no table, for nothing then bounds a provisional day,
   *     or when two are of one year
   */
  public static WorkCalendar of(Collection<HolidayYear> years) {
    if (years.isEmpty()) {
      throw new IllegalArgumentException("a work calendar needs the table of at least one year");
    }
    SortedMap<Integer, KnownYear> known = new TreeMap<>();
    int weekdaysOff = 0;
    int makeUpDays = 0;
    for (HolidayYear year : years) {
      if (known.put(year.year(), KnownYear.whole(year)) != null) {
        throw new IllegalArgumentException("two holiday tables for " + year.year());
      }
      weekdaysOff = Math.max(weekdaysOff, year.weekdaysOff());
      makeUpDays = Math.max(makeUpDays, year.makeUpDays().size());
    }
    return new WorkCalendar(known, weekdaysOff, makeUpDays);
  }

  /**
   * This calendar with the days after {@code lastPublished} unknown, as if their tables had not been published.
   * The day itself stays known when it was.
   * The figures of the bound stay those of all tables loaded so far, the hidden ones included.
   */
  public WorkCalendar until(LocalDate lastPublished) {
    SortedMap<Integer, KnownYear> left = new TreeMap<>();
    for (KnownYear year : years.values()) {
      year.until(lastPublished).ifPresent(known -> left.put(known.table().year(), known));
    }
    return new WorkCalendar(left, mostWeekdaysOff, mostMakeUpDays);
  }

  /**
   * This calendar with one more table, whole; a table of the same year, or what {@link #until} left of it, goes.
   */
  public WorkCalendar with(HolidayYear year) {
    SortedMap<Integer, KnownYear> more = new TreeMap<>(years);
    more.put(year.year(), KnownYear.whole(year));
    return new WorkCalendar(
        more,
        Math.max(mostWeekdaysOff, year.weekdaysOff()),
        Math.max(mostMakeUpDays, year.makeUpDays().size()));
  }

  /** The table of that year, whole even where {@link #until} hides its later days, or empty when none is loaded. */
  public Optional<HolidayYear> findYear(int year) {
    return Optional.ofNullable(years.get(year)).map(KnownYear::table);
  }

  /** The most days off on Monday to Friday in any one table: the figure behind {@link Provisional#latest()}. */
  public int mostWeekdaysOff() {
    return mostWeekdaysOff;
  }

  /** The most make-up days in any one table: the figure behind {@link Provisional#earliest()}. */
  public int mostMakeUpDays() {
    return mostMakeUpDays;
  }

  /** Whether a loaded table says of the day if it is worked. */
  public boolean covers(LocalDate day) {
    return findRun(day.toEpochDay()) != null;
  }

  /** Whether the day is worked, or empty when no table covers it. */
  public Optional<Boolean> working(LocalDate day) {
    long epochDay = day.toEpochDay();
    KnownRun run = findRun(epochDay);
    if (run == null) {
      return Optional.empty();
    }
    return run.working(epochDay) ? WORKED : OFF;
  }

  /**
   * The n-th working day after the event; the day of the event is not counted. {@code n = 0} gives that day itself.
   *
   * <p>Example: 2026-04-08 + 15 is 2026-04-29. Source: 民法典 201.
   *
   * @param event the day of the event, in or out of the tables
   * @param n working days, 0 to {@link #MOST_WORKING_DAYS}
   * @throws IllegalArgumentException when {@code n} is out of bounds
   */
  public DayAnswer afterWorkingDays(LocalDate event, int n) {
    requireCount(event, n);
    if (n == 0) {
      return new Firm(event);
    }
    long first = event.toEpochDay() + 1;
    KnownRun run = findRun(first);
    if (run != null) {
      long day = run.nthFrom(first, n);
      if (day != KnownRun.OUTSIDE) {
        return new Firm(LocalDate.ofEpochDay(day));
      }
    }
    return bounds(LocalDate.ofEpochDay(first), n, 1);
  }

  /**
   * The n-th working day after a day that may be provisional; then so is the answer, with the bounds that follow.
   *
   * @throws IllegalArgumentException when {@code n} is out of bounds
   */
  public DayAnswer afterWorkingDays(DayAnswer event, int n) {
    return switch (event) {
      case Firm firm -> afterWorkingDays(firm.day(), n);
      case Provisional unsure -> new Provisional(
          afterWorkingDays(unsure.earliest(), n).earliest(),
          afterWorkingDays(unsure.latest(), n).latest(),
          unsure.missingYear());
    };
  }

  /**
   * The first of the last n working days up to a day, that day counted when it is worked: n working days lie in
   * {@code [answer, lastInclusive]}, and the answer is one of them. {@code n = 0} gives the last day itself.
   *
   * <p>Example: ten working days back from Monday 2026-06-29 is Monday 2026-06-15,
   * for Friday 2026-06-19 is off (端午节). Source: reading {@code resume-window}.
   *
   * @param lastInclusive the last day of the window, in or out of the tables
   * @param n working days, 0 to {@link #MOST_WORKING_DAYS}
   * @throws IllegalArgumentException when {@code n} is out of bounds
   */
  public DayAnswer backWorkingDays(LocalDate lastInclusive, int n) {
    requireCount(lastInclusive, n);
    if (n == 0) {
      return new Firm(lastInclusive);
    }
    long last = lastInclusive.toEpochDay();
    KnownRun run = findRun(last);
    if (run != null) {
      long day = run.nthBackFrom(last, n);
      if (day != KnownRun.OUTSIDE) {
        return new Firm(LocalDate.ofEpochDay(day));
      }
    }
    return bounds(lastInclusive, n, -1);
  }

  /**
   * The day itself when it is worked, otherwise the next working day.
   *
   * <p>Example: 2026-05-01 rolls to 2026-05-06. Source: 民法典 203.
   */
  public DayAnswer rollForward(LocalDate day) {
    return afterWorkingDays(day.minusDays(1), 1);
  }

  /** The runs of days it knows, for people: {@code 2010-01-01..2026-12-31}. */
  @Override
  public String toString() {
    List<String> texts = new ArrayList<>();
    runs.forEach(run -> texts.add(run.toString()));
    return String.join(", ", texts);
  }

  private Provisional bounds(LocalDate from, int n, int step) {
    BoundWalk hasty = new BoundWalk(years, mostMakeUpDays, true);
    BoundWalk slow = new BoundWalk(years, mostWeekdaysOff, false);
    LocalDate near = hasty.nth(from, n, step);
    LocalDate far = slow.nth(from, n, step);
    int missingYear = slow.firstMissingYear();
    return step > 0 ? new Provisional(near, far, missingYear) : new Provisional(far, near, missingYear);
  }

  private @Nullable KnownRun findRun(long epochDay) {
    for (KnownRun run : runs) {
      if (run.holds(epochDay)) {
        return run;
      }
    }
    return null;
  }

  private static void requireCount(LocalDate day, int n) {
    Objects.requireNonNull(day, "day");
    if (n < 0 || n > MOST_WORKING_DAYS) {
      throw new IllegalArgumentException(n + " working days from " + day + " is not within 0.." + MOST_WORKING_DAYS);
    }
  }
}
