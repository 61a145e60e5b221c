package cn.xingheng.law.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.calendar.Spans;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("2012至2026年全部起日：按月按年的期间与逐日走完一致")
class SpansDayByDayTest {

  private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
  private static final int MONTHS = 60;
  private static final int YEARS = 5;

  @Test
  @DisplayName("按月，1至60个月")
  void months() {
    for (LocalDate first = FIRST; !first.isAfter(LAST); first = first.plusDays(1)) {
      List<LocalDate> reckoned = new ArrayList<>();
      for (int n = 1; n <= MONTHS; n++) {
        reckoned.add(Spans.lastDayOfMonths(first, n));
      }
      assertThat(reckoned).as("自%s起", first).isEqualTo(walkMonths(first));
    }
  }

  @Test
  @DisplayName("按年，1至5年，生效当日不计入")
  void years() {
    for (LocalDate effect = FIRST; !effect.isAfter(LAST); effect = effect.plusDays(1)) {
      List<LocalDate> reckoned = new ArrayList<>();
      for (int n = 1; n <= YEARS; n++) {
        reckoned.add(Spans.lastBarredDay(effect, n));
      }
      assertThat(reckoned).as("%s生效", effect).isEqualTo(walkYears(effect));
    }
  }

  /** Walks on; a month is full on the eve of the first day's number, or at the end of a month that lacks it. */
  private static List<LocalDate> walkMonths(LocalDate first) {
    List<LocalDate> full = new ArrayList<>();
    boolean numberMet = true;
    for (LocalDate day = first; full.size() < MONTHS; day = day.plusDays(1)) {
      LocalDate tomorrow = day.plusDays(1);
      boolean eve = tomorrow.getDayOfMonth() == first.getDayOfMonth();
      boolean monthEnds = tomorrow.getDayOfMonth() == 1;
      if (eve || monthEnds && !numberMet) {
        full.add(day);
      }
      if (monthEnds) {
        numberMet = false;
      }
      if (eve) {
        numberMet = true;
      }
    }
    return full;
  }

  private static List<LocalDate> walkYears(LocalDate effect) {
    List<LocalDate> full = new ArrayList<>();
    for (LocalDate day = effect.plusDays(1); full.size() < YEARS; day = day.plusDays(1)) {
      boolean sameDate =
          day.getMonthValue() == effect.getMonthValue() && day.getDayOfMonth() == effect.getDayOfMonth();
      boolean leapDayLacking = effect.getMonthValue() == 2 && effect.getDayOfMonth() == 29
          && day.getMonthValue() == 2 && day.getDayOfMonth() == 28 && day.plusDays(1).getMonthValue() == 3;
      if (sameDate || leapDayLacking) {
        full.add(day);
      }
    }
    return full;
  }
}
