package cn.xingheng.law.standings;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * 「资格状态行」 One row of a standings file: days in a row, both ends included, with one standing and one cause.
 *
 * @param because the first cause that applies, or null when the standing is effective
 * @param line where the case begins that it comes from, for messages
 */
public record StandingRow(
    String physician, String institution, LocalDate from, LocalDate through, Standing standing,
    @Nullable Cause because, int line) {

  /** By physician, institution, first day. */
  static final Comparator<StandingRow> ORDER = Comparator.comparing(StandingRow::physician)
      .thenComparing(StandingRow::institution).thenComparing(StandingRow::from).thenComparingInt(StandingRow::line);

  /** Checks that the row says something that a standings file can hold. */
  public StandingRow {
    if (standing == Standing.NONE) {
      throw new IllegalArgumentException("never signed is a gap, not a row: " + physician + " at " + institution);
    }
    if (through.isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins: " + from + " to " + through);
    }
  }

  /** Whether the next row by {@link #ORDER} speaks of a day of this one. */
  boolean overlaps(StandingRow next) {
    return physician.equals(next.physician) && institution.equals(next.institution) && !next.from.isAfter(through);
  }

  /** Whether the next row says the same of the day after. */
  boolean goesOn(StandingRow next) {
    return standing == next.standing && because == next.because && through.plusDays(1).equals(next.from);
  }

  /** This row and the one that goes on from it. */
  StandingRow with(StandingRow next) {
    return new StandingRow(physician, institution, from, next.through, standing, because, line);
  }
}
