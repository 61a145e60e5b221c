package cn.xingheng.match;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 「资格区段」 A row of standings: some days on which a physician stands the same at an institution.
 *
 * @param from the first day
 * @param through the last day, inclusive; 9999-12-31 without end
 * @param because the first cause, or null when there is none
 */
public record StandingSpan(
    String institution, LocalDate from, LocalDate through, Standing standing, @Nullable Cause because) {
  /** The last day there is, which stands for no end. */
  public static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

  /** Keeps the days within the years 1 to 9999, of which files can speak. */
  public StandingSpan {
    from = from.isBefore(FIRST) ? FIRST : from;
    through = through.isAfter(OPEN) ? OPEN : through;
    if (through.isBefore(from)) {
      throw new IllegalArgumentException("row ends before it begins: " + from + " to " + through);
    }
  }
}
