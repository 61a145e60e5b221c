package cn.xingheng.law.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.calendar.HolidayYear;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.core.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("2012至2026年全部起日：与逐日数算一致")
class DayByDayTest {

  private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
  private static final int MOST = 30;
  private static final WorkCalendar CALENDAR = HolidayTables.shipped();
  private static final RawTables RAW = RawTables.of(RawTables.FIRST_YEAR, RawTables.LAST_YEAR);

  @Test
  @DisplayName("某日是否工作日")
  void working() {
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      assertThat(CALENDAR.working(day)).as("%s", day).isEqualTo(RAW.worked(day));
    }
  }

  @Test
  @DisplayName("向后数0至30个工作日；出表即暂定，且指明缺2027年")
  void forward() {
    int provisional = 0;
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      for (int n = 0; n <= MOST; n++) {
        Optional<LocalDate> counted = n == 0 ? Optional.of(day) : RAW.count(day.plusDays(1), n, 1);
        provisional += same(CALENDAR.afterWorkingDays(day, n), counted, 2027, day, n);
      }
    }
    assertThat(provisional).as("出表的次数").isBetween(MOST * 20, MOST * 60);
  }

  @Test
  @DisplayName("向前数0至30个工作日，一律确定")
  void backward() {
    int provisional = 0;
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      for (int n = 0; n <= MOST; n++) {
        Optional<LocalDate> counted = n == 0 ? Optional.of(day) : RAW.count(day, n, -1);
        provisional += same(CALENDAR.backWorkingDays(day, n), counted, 2009, day, n);
      }
    }
    assertThat(provisional).isZero();
  }

  @Test
  @DisplayName("向前数出2010年，暂定且指明缺2009年；向后自表外数入亦同")
  void edges() {
    int provisional = 0;
    for (LocalDate day = LocalDate.of(2009, 11, 1); day.getYear() < 2011; day = day.plusDays(1)) {
      for (int n = 1; n <= MOST; n++) {
        provisional += same(CALENDAR.backWorkingDays(day, n), RAW.count(day, n, -1), 2009, day, n);
        provisional += same(CALENDAR.afterWorkingDays(day, n), RAW.count(day.plusDays(1), n, 1), 2009, day, n);
      }
    }
    assertThat(provisional).isGreaterThan(MOST * 60);
  }

  @Test
  @DisplayName("末日顺延；2026-12-31为工作日，故全部确定")
  void roll() {
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      assertThat(same(CALENDAR.rollForward(day), RAW.count(day, 1, 1), 2027, day, 1)).isZero();
    }
  }

  @Test
  @DisplayName("对照：抽去一个调休上班日的表，与日历必有出入")
  void control() {
    WorkCalendar lacking = CALENDAR.with(without(2013, LocalDate.of(2013, 4, 7)));
    LocalDate event = LocalDate.of(2013, 4, 3);
    Optional<LocalDate> counted = RAW.count(event.plusDays(1), 1, 1);
    assertThat(counted).contains(LocalDate.of(2013, 4, 7));
    assertThat(same(CALENDAR.afterWorkingDays(event, 1), counted, 2027, event, 1)).isZero();
    assertThatThrownBy(() -> same(lacking.afterWorkingDays(event, 1), counted, 2027, event, 1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("2013-04-08");
  }

  /** One when both leave the tables, none when both name the same day. */
  private static int same(DayAnswer answer, Optional<LocalDate> counted, int missing, LocalDate day, int n) {
    switch (answer) {
      case Firm firm -> {
        if (!Optional.of(firm.day()).equals(counted)) {
          throw new AssertionError(day + " 数 " + n + "：" + firm.day() + "，逐日数算为 " + counted);
        }
        return 0;
      }
      case Provisional unsure -> {
        if (counted.isPresent() || unsure.missingYear() != missing) {
          throw new AssertionError(day + " 数 " + n + "：" + unsure + "，逐日数算为 " + counted);
        }
        return 1;
      }
    }
  }

  private static HolidayYear without(int year, LocalDate makeUpDay) {
    HolidayYear table = CALENDAR.findYear(year).orElseThrow();
    Set<LocalDate> work = new TreeSet<>(table.makeUpDays());
    assertThat(work.remove(makeUpDay)).isTrue();
    return new HolidayYear(year, table.notices(), table.daysOff(), work);
  }
}
