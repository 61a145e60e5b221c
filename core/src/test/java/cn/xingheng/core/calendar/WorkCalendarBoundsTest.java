package cn.xingheng.core.calendar;

import static cn.xingheng.core.calendar.SampleTables.YEAR_2025;
import static cn.xingheng.core.calendar.SampleTables.YEAR_2026;
import static cn.xingheng.core.calendar.SampleTables.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("暂定日期的界限")
class WorkCalendarBoundsTest {

  private static final WorkCalendar CALENDAR = SampleTables.both();

  @Test
  @DisplayName("2026-12-31之后第1个工作日：最早元旦当日，最晚在19个工作日放假之后")
  void workedExample() {
    Provisional answer = (Provisional) CALENDAR.afterWorkingDays(day("2026-12-31"), 1);
    assertThat(answer).isEqualTo(new Provisional(day("2027-01-01"), day("2027-01-28"), 2027));
    assertThat(answer.assumption()).isEqualTo(BoundAssumption.RICHEST_PUBLISHED_YEAR);
    assertThat(answer.assumption().chinese()).contains("最多者");
    assertThat(answer.assumption().english()).contains("richest published year");
    assertThat(answer.plusDays(1)).isEqualTo(new Provisional(day("2027-01-02"), day("2027-01-29"), 2027));
    assertThat(answer.plusDays(0)).isSameAs(answer);
  }

  @Test
  @DisplayName("最早：年初六个周末调休上班；最晚：十九个工作日全放在数算的途中")
  void extremes() {
    assertThat(CALENDAR.afterWorkingDays(day("2026-12-31"), 10))
        .isEqualTo(new Provisional(day("2027-01-10"), day("2027-02-10"), 2027));
    assertThat(CALENDAR.backWorkingDays(day("2027-03-01"), 3))
        .isEqualTo(new Provisional(day("2027-01-29"), day("2027-02-27"), 2027));
    assertThat(CALENDAR.backWorkingDays(day("2025-01-02"), 2))
        .isEqualTo(new Provisional(day("2024-12-04"), day("2024-12-31"), 2024));
    assertThat(CALENDAR.rollForward(day("2027-05-01")))
        .isEqualTo(new Provisional(day("2027-05-01"), day("2027-05-28"), 2027));
  }

  @Test
  @DisplayName("年中截断的，本年已用的放假和调休从额度中扣除")
  void partOfAYear() {
    WorkCalendar cut = CALENDAR.until(day("2026-10-10"));
    assertThat(cut.afterWorkingDays(day("2026-10-10"), 1))
        .as("2026年额度已用尽")
        .isEqualTo(new Provisional(day("2026-10-12"), day("2026-10-12"), 2026));
    WorkCalendar before = CALENDAR.until(day("2026-09-30"));
    assertThat(before.afterWorkingDays(day("2026-09-30"), 1))
        .as("尚余国庆节五个工作日和一个调休上班日")
        .isEqualTo(new Provisional(day("2026-10-01"), day("2026-10-08"), 2026));
    assertThat(before.afterWorkingDays(day("2026-10-02"), 1))
        .isEqualTo(new Provisional(day("2026-10-03"), day("2026-10-12"), 2026));
  }

  @Test
  @DisplayName("假定之内的极端安排恰好达到界限，界限不能再窄")
  void boundsAreReached() {
    for (int n = 1; n <= 20; n++) {
      Provisional bounds = (Provisional) CALENDAR.afterWorkingDays(day("2026-12-31"), n);
      assertThat(CALENDAR.with(firstDays(2027, 0, 6)).afterWorkingDays(day("2026-12-31"), n))
          .isEqualTo(new Firm(bounds.earliest()));
      assertThat(CALENDAR.with(firstDays(2027, 19, 0)).afterWorkingDays(day("2026-12-31"), n))
          .isEqualTo(new Firm(bounds.latest()));
    }
  }

  @Test
  @DisplayName("超出假定的安排会越界（反向对照）")
  void beyondTheAssumption() {
    Provisional bounds = (Provisional) CALENDAR.afterWorkingDays(day("2026-12-31"), 1);
    DayAnswer truth = CALENDAR.with(firstDays(2027, 20, 0)).afterWorkingDays(day("2026-12-31"), 1);
    assertThat(truth.latest()).isAfter(bounds.latest());
  }

  @Test
  @DisplayName("任意符合假定的安排，真值都在界限之内，前数后数皆然，跨两个缺年亦然")
  void truthIsInside() {
    SplittableRandom dice = new SplittableRandom(20260422);
    int checked = 0;
    for (int round = 0; round < 60; round++) {
      WorkCalendar truth = CALENDAR
          .with(SampleTables.random(dice, 2027, 19, 6))
          .with(SampleTables.random(dice, 2028, 19, 6));
      for (int i = 0; i < 200; i++) {
        LocalDate from = day("2026-11-20").plusDays(dice.nextInt(450));
        int n = dice.nextInt(1, 21);
        checked += inside(CALENDAR.afterWorkingDays(from, n), truth.afterWorkingDays(from, n));
        checked += inside(CALENDAR.backWorkingDays(from, n), truth.backWorkingDays(from, n));
        DayAnswer twice = CALENDAR.afterWorkingDays(CALENDAR.afterWorkingDays(from, n), 5);
        checked += inside(twice, truth.afterWorkingDays(truth.afterWorkingDays(from, n), 5));
      }
    }
    assertThat(checked).as("其中暂定的").isGreaterThan(20_000);
  }

  @Test
  @DisplayName("在暂定日期上续算，仍为暂定，缺年不变")
  void onwards() {
    DayAnswer first = CALENDAR.afterWorkingDays(day("2026-12-30"), 3);
    assertThat(CALENDAR.afterWorkingDays(first, 5))
        .isInstanceOfSatisfying(Provisional.class, answer -> {
          assertThat(answer.missingYear()).isEqualTo(2027);
          assertThat(answer.earliest()).isEqualTo(CALENDAR.afterWorkingDays(first.earliest(), 5).earliest());
          assertThat(answer.latest()).isEqualTo(CALENDAR.afterWorkingDays(first.latest(), 5).latest());
        });
    assertThat(CALENDAR.afterWorkingDays(first, 0)).isEqualTo(first);
  }

  @Test
  @DisplayName("隐去2026年，真值仍在界限之内")
  void hiddenYear() {
    WorkCalendar hidden = CALENDAR.until(day("2025-12-31"));
    for (LocalDate from = day("2025-11-20"); from.isBefore(day("2026-11-30")); from = from.plusDays(1)) {
      for (int n = 1; n <= 20; n++) {
        inside(hidden.afterWorkingDays(from, n), CALENDAR.afterWorkingDays(from, n));
      }
    }
    assertThat(hidden.mostWeekdaysOff()).isEqualTo(YEAR_2026.weekdaysOff());
    assertThat(YEAR_2025.weekdaysOff()).isLessThan(YEAR_2026.weekdaysOff());
  }

  @Test
  @DisplayName("最晚早于最早的暂定日期不能成立")
  void upsideDown() {
    assertThatThrownBy(() -> new Provisional(day("2027-01-02"), day("2027-01-01"), 2027))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2027-01-02");
    assertThat(new Provisional(day("2027-01-02"), day("2027-01-02"), 2027).latest()).isEqualTo(day("2027-01-02"));
  }

  /** One when the answer is provisional and holds the truth, none when both are the same firm day. */
  private static int inside(DayAnswer answer, DayAnswer truth) {
    assertThat(truth).isInstanceOf(Firm.class);
    assertThat(truth.earliest()).isBetween(answer.earliest(), answer.latest());
    return answer instanceof Provisional ? 1 : 0;
  }

  private static HolidayYear firstDays(int year, int weekdaysOff, int makeUpDays) {
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> work = new HashSet<>();
    for (LocalDate day = LocalDate.of(year, 1, 1); off.size() < weekdaysOff || work.size() < makeUpDays;
        day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() > 5) {
        if (work.size() < makeUpDays) {
          work.add(day);
        }
      } else if (off.size() < weekdaysOff) {
        off.add(day);
      }
    }
    return new HolidayYear(year, List.of("极端表"), off, work);
  }
}
