package cn.xingheng.core.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * An unbroken run of known days with its working days numbered, so that counting them is a look-up.
 * Days are epoch days; both ends are inclusive.
 */
final class KnownRun {

  /** Says that the run ends before the day asked for. */
  static final long OUTSIDE = Long.MIN_VALUE;

  private final long first;
  private final long last;
  /** Per day of the run, how many days up to it, itself included, are worked. */
  private final int[] workedThrough;
  /** Per working day of the run, in order, its distance from the first day. */
  private final int[] worked;

  private KnownRun(List<KnownYear> years) {
    this.first = years.getFirst().first().toEpochDay();
    this.last = years.getLast().through().toEpochDay();
    this.workedThrough = new int[Math.toIntExact(last - first + 1)];
    int[] days = new int[workedThrough.length];
    int count = 0;
    int at = 0;
    for (KnownYear year : years) {
      for (LocalDate day = year.first(); !day.isAfter(year.through()); day = day.plusDays(1)) {
        if (year.table().working(day)) {
          days[count++] = at;
        }
        workedThrough[at++] = count;
      }
    }
    this.worked = Arrays.copyOf(days, count);
  }

  /** The years, which come in order, joined into runs wherever one begins the day after the other. */
  static List<KnownRun> join(Collection<KnownYear> years) {
    List<KnownRun> runs = new ArrayList<>();
    List<KnownYear> open = new ArrayList<>();
    for (KnownYear year : years) {
      if (!open.isEmpty() && !open.getLast().through().plusDays(1).equals(year.first())) {
        runs.add(new KnownRun(open));
        open.clear();
      }
      open.add(year);
    }
    if (!open.isEmpty()) {
      runs.add(new KnownRun(open));
    }
    return List.copyOf(runs);
  }

  boolean holds(long day) {
    return day >= first && day <= last;
  }

  boolean working(long day) {
    return through(day) > through(day - 1);
  }

  /** The n-th working day from this day on, the day itself counted when worked. */
  long nthFrom(long day, int n) {
    int index = through(day - 1) + n - 1;
    return index < worked.length ? first + worked[index] : OUTSIDE;
  }

  /** The n-th working day from this day back, the day itself counted when worked. */
  long nthBackFrom(long day, int n) {
    int index = through(day) - n;
    return index >= 0 ? first + worked[index] : OUTSIDE;
  }

  private int through(long day) {
    return day < first ? 0 : workedThrough[(int) (day - first)];
  }

  @Override
  public String toString() {
    return LocalDate.ofEpochDay(first) + ".." + LocalDate.ofEpochDay(last);
  }
}
