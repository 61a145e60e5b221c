package cn.xingheng.core.sanction;

import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 「申请窗口」 The days in which to apply before something ends (R3.2d, R3.2e; reading {@code resume-window}).
 *
 * @param from the first day of the window, or null when the reading gives none
 * @param through the last day to file
 */
public record ApplicationWindow(@Nullable DayAnswer from, DayAnswer through) {

  /**
   * The window of so many working days before something whose last day is {@code last}.
   *
   * <p>Read as {@code last}, the working days are counted back from the last day, itself included when it is one, and
   * the last filing day rolls to the next working day: with ten days and Monday 2026-06-29, from 2026-06-15.
   * Read as {@code before}, so many full working days lie between filing and the last day.
   */
  public static ApplicationWindow reckon(Law law, int workingDays, LocalDate last) {
    if (law.reads(ReadingKey.RESUME_WINDOW, "before")) {
      return new ApplicationWindow(
          null, law.calendar().backWorkingDays(last.minusDays(1), workingDays).plusDays(-1));
    }
    return new ApplicationWindow(
        law.calendar().backWorkingDays(last, workingDays), law.calendar().rollForward(last));
  }

  /** Whether a filing on the day is certainly too late. */
  public boolean lateBeyondDoubt(LocalDate filed) {
    return filed.isAfter(through.latest());
  }

  /** Whether a filing on the day is certainly too early. */
  public boolean earlyBeyondDoubt(LocalDate filed) {
    return from != null && filed.isBefore(from.earliest());
  }
}
