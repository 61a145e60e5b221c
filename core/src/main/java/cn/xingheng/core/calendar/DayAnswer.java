package cn.xingheng.core.calendar;

import java.time.LocalDate;

/**
 * 「日期答案」 A day reckoned on a work calendar: firm when every day counted stands in a published holiday table,
 * provisional when one does not.
 *
 * <p>No adverse act may rest on a provisional answer; it is there to be shown, never to be acted on.
 * Source: 民法典 203, 204.
 *
 * <p>Example, with tables up to 2026: fifteen working days after 2026-04-08 is firm, 2026-04-29;
 * fifteen after 2026-12-21 is provisional, because the year 2027 is missing.
 */
public sealed interface DayAnswer permits Firm, Provisional {

  /** The earliest day it can be, inclusive; of a firm answer the day itself. */
  LocalDate earliest();

  /** The latest day it can be, inclusive; of a firm answer the day itself. */
  LocalDate latest();

  /**
   * The answer moved by calendar days, forward when positive and backward when negative.
   * Example: the first lawful day of a sanction is the day after the fifteenth working day, {@code plusDays(1)}.
   */
  DayAnswer plusDays(long days);
}
