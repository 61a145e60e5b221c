package cn.xingheng.law.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.calendar.HolidayYear;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.core.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("逐年隐去已公布的安排，真值总在暂定界限之内")
class HiddenYearTest {

  private static final int MOST = 20;
  private static final WorkCalendar TRUTH = HolidayTables.shipped();

  static IntStream years() {
    return IntStream.rangeClosed(RawTables.FIRST_YEAR, RawTables.LAST_YEAR);
  }

  @ParameterizedTest(name = "{0}年起未公布")
  @DisplayName("自该年起全部隐去：前一年十一月至该年末的全部起日，1至20个工作日")
  @MethodSource("years")
  void fromThatYearOn(int year) {
    WorkCalendar hidden = TRUTH.until(LocalDate.of(year - 1, 12, 31));
    assertThat(check(hidden, year)).as("其中暂定的").isGreaterThan(300 * MOST);
  }

  @ParameterizedTest(name = "只缺{0}年")
  @DisplayName("只缺该年：界限依其余各年，该年若为最多者则另行说明")
  @MethodSource("years")
  void onlyThatYear(int year) {
    List<HolidayYear> others = HolidayTables.shippedYears().stream().filter(table -> table.year() != year).toList();
    WorkCalendar holed = WorkCalendar.of(others);
    HolidayYear missing = TRUTH.findYear(year).orElseThrow();
    boolean within = missing.weekdaysOff() <= holed.mostWeekdaysOff()
        && missing.makeUpDays().size() <= holed.mostMakeUpDays();
    assertThat(within).as("只有2013年比其余各年都多").isEqualTo(year != 2013);
    if (within) {
      assertThat(check(holed, year)).isGreaterThan(300 * MOST);
    }
  }

  @ParameterizedTest(name = "{0}年年中截断")
  @DisplayName("年中截断：各月末之后隐去，真值仍在界限之内")
  @MethodSource("years")
  void partOfTheYear(int year) {
    for (int month = 1; month <= 11; month++) {
      LocalDate cut = LocalDate.of(year, month, 1).plusMonths(1).minusDays(1);
      WorkCalendar hidden = TRUTH.until(cut);
      for (LocalDate day = cut.minusDays(20); day.isBefore(cut.plusDays(20)); day = day.plusDays(1)) {
        inside(hidden.afterWorkingDays(day, MOST), TRUTH.afterWorkingDays(day, MOST), day);
      }
    }
  }

  private static int check(WorkCalendar hidden, int year) {
    int provisional = 0;
    LocalDate first = LocalDate.of(year - 1, 11, 1);
    for (LocalDate day = first; day.getYear() <= year; day = day.plusDays(1)) {
      for (int n = 1; n <= MOST; n++) {
        provisional += inside(hidden.afterWorkingDays(day, n), TRUTH.afterWorkingDays(day, n), day);
        provisional += inside(hidden.backWorkingDays(day, n), TRUTH.backWorkingDays(day, n), day);
      }
      provisional += inside(hidden.rollForward(day), TRUTH.rollForward(day), day);
    }
    return provisional;
  }

  /** One when the answer is provisional and holds the truth, which is bounds itself where it leaves 2010 to 2026. */
  private static int inside(DayAnswer answer, DayAnswer truth, LocalDate day) {
    if (truth.earliest().isBefore(answer.earliest()) || truth.latest().isAfter(answer.latest())) {
      throw new AssertionError(day + "：" + truth + " 不在 " + answer + " 之内");
    }
    return answer instanceof Provisional ? 1 : 0;
  }
}
