package cn.xingheng.server.standing.band;

import java.time.LocalDate;
import org.threeten.extra.LocalDateRange;

/** 「时间轴」 Which day lies at which pixel. */
record Scale(LocalDate from, LocalDate until, int left, int right) {

  int x(LocalDate day) {
    if (!day.isAfter(from)) {
      return left;
    }
    if (!day.isBefore(until)) {
      return right;
    }
    long days = day.toEpochDay() - from.toEpochDay();
    return left + Math.toIntExact(days * (right - left) / (until.toEpochDay() - from.toEpochDay()));
  }

  boolean shows(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  boolean shows(LocalDateRange days) {
    return days.getStart().isBefore(until) && days.getEnd().isAfter(from);
  }

  /** How many pixels a stretch of months takes, about. */
  int months(int months) {
    long days = until.toEpochDay() - from.toEpochDay();
    return Math.toIntExact(months * 30L * (right - left) / days);
  }
}
