package cn.xingheng.server.standing.band;

import cn.xingheng.core.calendar.DayAnswer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 「期限标记」 A day that the law gives, to be drawn as a tick below.
 *
 * @param from the first day of a window that ends on it, or null
 * @param text what it is
 * @param settled whether nothing is to be done about it any more, whatever the day
 */
record Mark(@Nullable LocalDate from, DayAnswer day, String text, boolean settled) {

  /** The day at which it is drawn: of an unsure one the first it can be. */
  LocalDate at() {
    return day.earliest();
  }

  boolean coming(LocalDate asOf) {
    return !settled && !day.latest().isBefore(asOf);
  }
}
