package cn.xingheng.server.standing;

import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.core.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many working days there are to a day, the day looked at not counted. */
final class DaysLeft {
  private static final int FARTHEST = 3_660;

  private DaysLeft() {}

  /** Working days left, below zero when it is over; null when a calendar is missing or the day itself is not sure. */
  static @Nullable Integer until(WorkCalendar calendar, LocalDate asOf, DayAnswer by) {
    return switch (by) {
      case Firm firm -> firm.day().isBefore(asOf)
          ? late(calendar, firm.day(), asOf)
          : count(calendar, asOf, firm.day());
      case Provisional between -> null;
    };
  }

  /** Working days gone by since a day, that day not counted; null when a calendar is missing. */
  static @Nullable Integer since(WorkCalendar calendar, LocalDate day, LocalDate asOf) {
    return asOf.isBefore(day) ? null : count(calendar, day, asOf);
  }

  private static @Nullable Integer late(WorkCalendar calendar, LocalDate by, LocalDate asOf) {
    Integer gone = count(calendar, by, asOf);
    return gone == null ? null : -Math.max(1, gone);
  }

  private static @Nullable Integer count(WorkCalendar calendar, LocalDate after, LocalDate through) {
    int count = 0;
    if (after.plusDays(FARTHEST).isBefore(through)) {
      return null;
    }
    for (LocalDate day = after.plusDays(1); !day.isAfter(through); day = day.plusDays(1)) {
      Optional<Boolean> working = calendar.working(day);
      if (working.isEmpty()) {
        return null;
      }
      count += working.get() ? 1 : 0;
    }
    return count;
  }
}
