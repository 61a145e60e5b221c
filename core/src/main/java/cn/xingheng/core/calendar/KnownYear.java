package cn.xingheng.core.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** A table and the last of its days that counts as published; the later ones are unknown. */
record KnownYear(HolidayYear table, LocalDate through) {

  static KnownYear whole(HolidayYear table) {
    return new KnownYear(table, LocalDate.of(table.year(), 12, 31));
  }

  LocalDate first() {
    return LocalDate.of(table.year(), 1, 1);
  }

  boolean covers(LocalDate day) {
    return day.getYear() == table.year() && !day.isAfter(through);
  }

  Optional<KnownYear> until(LocalDate lastPublished) {
    if (lastPublished.isBefore(first())) {
      return Optional.empty();
    }
    return Optional.of(lastPublished.isBefore(through) ? new KnownYear(table, lastPublished) : this);
  }

  /** How many known days of this year are weekdays off, or, when asked for them, make-up days. */
  int spent(boolean makeUpDays) {
    return (int) (makeUpDays ? table.makeUpDays() : table.daysOff())
        .stream()
            .filter(day -> covers(day) && HolidayYear.weekend(day) == makeUpDays)
            .count();
  }
}
