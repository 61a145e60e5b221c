package cn.xingheng.core.institution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * 「机构合计」 What some physicians together bring to one institution, day by day: the figures of a {@link Roll} without
 * its facts.
 *
 * <p>What one physician brings does not depend on another, so the tally of many is the sum of the tallies of each.
 *
 * @param since the figures from a day on, until the next of them; in order, no two of one day; nothing before the first
 */
public record Tally(List<Since> since) {

  /** What nobody brings. */
  public static final Tally NONE = new Tally(List.of());

  /**
   * 「某日起」 The figures from a day on.
   *
   * @param points points for acts at the institution that count in the calendar year of the day
   * @param ended physicians terminated with effect in the calendar year, up to the day
   * @param inForce physicians with an agreement in force there
   * @param looked whether the day is one on which a tier may be reached: a decision, or an agreement's first or last
   */
  public record Since(LocalDate from, int points, int ended, int inForce, boolean looked) {

    private static final Since NOTHING = new Since(LocalDate.MIN, 0, 0, 0, false);

    /** Whether the figures are these. */
    public boolean same(Since other) {
      return points == other.points && ended == other.ended && inForce == other.inForce;
    }
  }

  /** Refuses days out of order. */
  public Tally {
    since = List.copyOf(since);
    for (int i = 1; i < since.size(); i++) {
      if (!since.get(i - 1).from().isBefore(since.get(i).from())) {
        throw new IllegalArgumentException("out of order: " + since.get(i - 1) + ", " + since.get(i));
      }
    }
  }

  /** The figures on a day. */
  public Since on(LocalDate day) {
    int low = 0;
    int high = since.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (since.get(middle).from().isAfter(day)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low == 0 ? Since.NOTHING : since.get(low - 1);
  }

  /** What these and those bring together. */
  public Tally plus(Tally other) {
    List<Since> sum = new ArrayList<>();
    for (LocalDate day : turns(other)) {
      Since mine = on(day);
      Since theirs = other.on(day);
      sum.add(
          new Since(
              day, Math.addExact(mine.points(), theirs.points()), Math.addExact(mine.ended(), theirs.ended()),
              Math.addExact(mine.inForce(), theirs.inForce()), looked(mine, day) || looked(theirs, day)));
    }
    return new Tally(sum);
  }

  private static boolean looked(Since one, LocalDate day) {
    return one.looked() && one.from().equals(day);
  }

  /** Every day on which the figures of one of two tallies may change. */
  public SortedSet<LocalDate> turns(Tally other) {
    SortedSet<LocalDate> days = new TreeSet<>();
    Stream.concat(since.stream(), other.since.stream()).forEach(one -> days.add(one.from()));
    return days;
  }

  /** The days on which a tier may be reached. */
  SortedSet<LocalDate> looked() {
    SortedSet<LocalDate> days = new TreeSet<>();
    since.stream().filter(Since::looked).forEach(one -> days.add(one.from()));
    return days;
  }
}
