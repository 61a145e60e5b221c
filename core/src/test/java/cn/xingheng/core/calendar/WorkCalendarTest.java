package cn.xingheng.core.calendar;

import static cn.xingheng.core.calendar.SampleTables.YEAR_2025;
import static cn.xingheng.core.calendar.SampleTables.YEAR_2026;
import static cn.xingheng.core.calendar.SampleTables.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("工作日历")
class WorkCalendarTest {

  private static final WorkCalendar CALENDAR = SampleTables.both();

  @Test
  @DisplayName("国家办法示例：2025-04-24（周四）决定，04-30前通知，05-08前送达，05-22前申辩")
  void nationalExample() {
    DayAnswer notice = CALENDAR.afterWorkingDays(day("2025-04-24"), 5);
    DayAnswer delivery = CALENDAR.afterWorkingDays(notice, 3);
    DayAnswer objection = CALENDAR.afterWorkingDays(delivery, 10);
    assertThat(notice).isEqualTo(firm("2025-04-30"));
    assertThat(delivery).isEqualTo(firm("2025-05-08"));
    assertThat(objection).isEqualTo(firm("2025-05-22"));
  }

  @Test
  @DisplayName("2026-04-08送达，满15个工作日为04-29，最早生效日为次日04-30")
  void advanceNotice() {
    DayAnswer fifteenth = CALENDAR.afterWorkingDays(day("2026-04-08"), 15);
    assertThat(fifteenth).isEqualTo(firm("2026-04-29"));
    assertThat(fifteenth.plusDays(1)).isEqualTo(firm("2026-04-30"));
    assertThat(fifteenth.plusDays(0)).isSameAs(fifteenth);
  }

  @Test
  @DisplayName("暂停止于周一2026-06-29，恢复申请期自06-15起（06-19端午节不计）")
  void resumeWindow() {
    assertThat(CALENDAR.backWorkingDays(day("2026-06-29"), 10)).isEqualTo(firm("2026-06-15"));
    assertThat(CALENDAR.backWorkingDays(day("2026-06-28"), 10)).as("末日为周日，不计").isEqualTo(firm("2026-06-12"));
    assertThat(CALENDAR.backWorkingDays(day("2026-06-29"), 1)).isEqualTo(firm("2026-06-29"));
    assertThat(CALENDAR.backWorkingDays(day("2026-06-28"), 1)).isEqualTo(firm("2026-06-26"));
  }

  @Test
  @DisplayName("末日为休息日的顺延至下一个工作日；调休上班的周末不顺延")
  void rollForward() {
    assertThat(CALENDAR.rollForward(day("2026-05-01"))).isEqualTo(firm("2026-05-06"));
    assertThat(CALENDAR.rollForward(day("2026-05-06"))).isEqualTo(firm("2026-05-06"));
    assertThat(CALENDAR.rollForward(day("2026-05-09"))).as("周六上班").isEqualTo(firm("2026-05-09"));
    assertThat(CALENDAR.rollForward(day("2025-01-01"))).as("表的首日").isEqualTo(firm("2025-01-02"));
  }

  @Test
  @DisplayName("零个工作日即当日，当日不在表内亦同")
  void zero() {
    assertThat(CALENDAR.afterWorkingDays(day("2026-05-01"), 0)).isEqualTo(firm("2026-05-01"));
    assertThat(CALENDAR.backWorkingDays(day("2031-05-01"), 0)).isEqualTo(firm("2031-05-01"));
  }

  @Test
  @DisplayName("某日是否工作日：表内有答，表外无答")
  void working() {
    assertThat(CALENDAR.working(day("2026-05-08"))).contains(true);
    assertThat(CALENDAR.working(day("2026-05-05"))).contains(false);
    assertThat(CALENDAR.working(day("2026-05-09"))).contains(true);
    assertThat(CALENDAR.working(day("2025-01-01"))).contains(false);
    assertThat(CALENDAR.working(day("2024-12-31"))).isEmpty();
    assertThat(CALENDAR.working(day("2027-01-01"))).isEmpty();
    assertThat(CALENDAR.covers(day("2025-01-01"))).isTrue();
    assertThat(CALENDAR.covers(day("2026-12-31"))).isTrue();
    assertThat(CALENDAR.covers(day("2024-12-31"))).isFalse();
    assertThat(CALENDAR.covers(day("2027-01-01"))).isFalse();
    assertThat(CALENDAR.covers(LocalDate.MAX)).isFalse();
  }

  @Test
  @DisplayName("起算日在表外而所数各日均在表内的，答案确定")
  void eventOutside() {
    assertThat(CALENDAR.afterWorkingDays(day("2024-12-31"), 1)).isEqualTo(firm("2025-01-02"));
    assertThat(CALENDAR.afterWorkingDays(day("2024-12-30"), 1)).isInstanceOf(Provisional.class);
    assertThat(CALENDAR.afterWorkingDays(day("2026-12-30"), 1)).isEqualTo(firm("2026-12-31"));
    assertThat(CALENDAR.backWorkingDays(day("2025-01-03"), 2)).isEqualTo(firm("2025-01-02"));
  }

  @Test
  @DisplayName("截至某日：当日仍知，次日起不知；再加该年整表即全知")
  void until() {
    WorkCalendar cut = CALENDAR.until(day("2026-06-30"));
    assertThat(cut.covers(day("2026-06-30"))).isTrue();
    assertThat(cut.covers(day("2026-07-01"))).isFalse();
    assertThat(cut.afterWorkingDays(day("2026-06-29"), 1)).isEqualTo(firm("2026-06-30"));
    assertThat(cut.afterWorkingDays(day("2026-06-29"), 2))
        .isInstanceOfSatisfying(Provisional.class, answer -> assertThat(answer.missingYear()).isEqualTo(2026));
    assertThat(cut.with(YEAR_2026).covers(day("2026-12-31"))).isTrue();
    assertThat(cut.until(day("2099-01-01")).covers(day("2026-07-01"))).as("隐去的不因放宽而复现").isFalse();
    assertThat(cut).hasToString("2025-01-01..2026-06-30");
    assertThat(CALENDAR.until(day("2026-01-01"))).hasToString("2025-01-01..2026-01-01");
    assertThat(CALENDAR.until(day("2025-12-31"))).hasToString("2025-01-01..2025-12-31");
    assertThat(CALENDAR.until(day("2024-12-31"))).hasToString("");
    assertThat(CALENDAR.until(day("2024-12-31")).working(day("2025-01-02"))).isEmpty();
  }

  @Test
  @DisplayName("中间缺一年的，缺口两侧各自确定，跨缺口的暂定")
  void gap() {
    HolidayYear later = SampleTables.table(2028, "01-01", "");
    WorkCalendar holed = WorkCalendar.of(List.of(later, YEAR_2026, YEAR_2025));
    assertThat(holed).hasToString("2025-01-01..2026-12-31, 2028-01-01..2028-12-31");
    assertThat(holed.afterWorkingDays(day("2028-01-01"), 1)).isEqualTo(firm("2028-01-03"));
    assertThat(holed.afterWorkingDays(day("2026-12-31"), 1))
        .isInstanceOfSatisfying(Provisional.class, answer -> assertThat(answer.missingYear()).isEqualTo(2027));
    assertThat(holed.backWorkingDays(day("2028-01-02"), 1))
        .isInstanceOfSatisfying(Provisional.class, answer -> assertThat(answer.missingYear()).isEqualTo(2027));
    WorkCalendar whole = holed.with(SampleTables.table(2027, "01-01..01-03", ""));
    assertThat(whole).hasToString("2025-01-01..2028-12-31");
    assertThat(whole.afterWorkingDays(day("2026-12-31"), 1)).isEqualTo(firm("2027-01-04"));
  }

  @Test
  @DisplayName("加载一年只得新历，原历不变；同年再加载以后者为准")
  void with() {
    WorkCalendar only2025 = WorkCalendar.of(List.of(YEAR_2025));
    assertThat(only2025.with(YEAR_2026).covers(day("2026-05-01"))).isTrue();
    assertThat(only2025.covers(day("2026-05-01"))).isFalse();
    WorkCalendar changed = only2025.with(SampleTables.table(2025, "01-01", ""));
    assertThat(changed.working(day("2025-05-01"))).contains(true);
    assertThat(CALENDAR.findYear(2026)).contains(YEAR_2026);
    assertThat(CALENDAR.findYear(2027)).isEmpty();
    assertThat(only2025.mostWeekdaysOff()).isEqualTo(18);
    assertThat(only2025.mostMakeUpDays()).isEqualTo(5);
    assertThat(only2025.with(YEAR_2026).mostWeekdaysOff()).isEqualTo(19);
    assertThat(only2025.with(YEAR_2026).mostMakeUpDays()).isEqualTo(6);
    assertThat(changed.mostWeekdaysOff()).as("界限不因换表而收窄").isEqualTo(18);
  }

  @Test
  @DisplayName("无表、重表、个数越界的，报错并写明数值")
  void badArguments() {
    assertThatThrownBy(() -> WorkCalendar.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WorkCalendar.of(List.of(YEAR_2025, YEAR_2025)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2025");
    assertThatThrownBy(() -> CALENDAR.afterWorkingDays(day("2026-01-01"), -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-1 working days from 2026-01-01 is not within 0..10000");
    assertThatThrownBy(() -> CALENDAR.backWorkingDays(day("2026-01-01"), 10_001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10001");
    assertThat(CALENDAR.afterWorkingDays(day("2026-01-01"), 10_000)).isInstanceOf(Provisional.class);
  }

  private static Firm firm(String day) {
    return new Firm(day(day));
  }
}
