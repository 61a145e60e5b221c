package cn.xingheng.core.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * 「确定日期」 A day that rests on published holiday tables alone.
 *
 * <p>Example: five working days after Thursday 2025-04-24 is firm, 2025-04-30, for Sunday 2025-04-27 was worked.
 * Source: 民法典 201, 203.
 *
 * @param day the day
 */
public record Firm(LocalDate day) implements DayAnswer {

  public Firm {
    Objects.requireNonNull(day, "day");
  }

  @Override
  public LocalDate earliest() {
    return day;
  }

  @Override
  public LocalDate latest() {
    return day;
  }

  @Override
  public Firm plusDays(long days) {
    return days == 0 ? this : new Firm(day.plusDays(days));
  }
}
