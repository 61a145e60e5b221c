package cn.xingheng.server.claims.his;

import java.time.LocalDate;

/**
 * A staff number of an institution that stands for a physician code.
 *
 * @param since the first day
 * @param until the first day on which it no longer does; {@link LocalDate#MAX} while no end is known
 */
public record CrosswalkEntry(long id, String localId, String code, LocalDate since, LocalDate until, String by) {

  /** Whether it stands on a day. */
  public boolean on(LocalDate day) {
    return !day.isBefore(since) && day.isBefore(until);
  }

  /** Whether it stands on some day of these; the end is not one of them. */
  boolean overlaps(LocalDate from, LocalDate end) {
    return since.isBefore(end) && from.isBefore(until);
  }

  /** Whether it has an end. */
  public boolean ends() {
    return until.isBefore(LocalDate.MAX);
  }
}
