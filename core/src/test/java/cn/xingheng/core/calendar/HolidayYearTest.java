package cn.xingheng.core.calendar;

import static cn.xingheng.core.calendar.SampleTables.YEAR_2025;
import static cn.xingheng.core.calendar.SampleTables.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("年度节假日安排")
class HolidayYearTest {

  private static final List<String> NOTICE = List.of("国办发明电〔2024〕12号");
  private static final Set<LocalDate> NONE = Set.of();

  @Test
  @DisplayName("周一至周五减去放假日，加上调休上班的周末")
  void working() {
    assertThat(YEAR_2025.working(day("2025-04-30"))).isTrue();
    assertThat(YEAR_2025.working(day("2025-05-01"))).isFalse();
    assertThat(YEAR_2025.working(day("2025-04-27"))).as("星期日调休上班").isTrue();
    assertThat(YEAR_2025.working(day("2025-04-26"))).as("星期六休息").isFalse();
    assertThat(YEAR_2025.weekdaysOff()).isEqualTo(18);
    assertThatThrownBy(() -> YEAR_2025.working(day("2026-01-01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2026-01-01");
  }

  @Test
  @DisplayName("放假日落在周末也可，不多减一日")
  void weekendOff() {
    HolidayYear year = new HolidayYear(2025, NOTICE, Set.of(day("2025-01-04"), day("2025-01-05")), NONE);
    assertThat(year.weekdaysOff()).isZero();
    assertThat(year.working(day("2025-01-04"))).isFalse();
  }

  @Test
  @DisplayName("年份、通知、日期有误的，不能成表；改正即成")
  void refused() {
    refused("1995", () -> new HolidayYear(1995, NOTICE, NONE, NONE));
    refused("9999", () -> new HolidayYear(9999, NOTICE, NONE, NONE));
    refused("notices", () -> new HolidayYear(2025, List.of(), NONE, NONE));
    refused("notices", () -> new HolidayYear(2025, List.of(" "), NONE, NONE));
    refused("2024-12-31", () -> new HolidayYear(2025, NOTICE, Set.of(day("2024-12-31")), NONE));
    refused("2026-01-04", () -> new HolidayYear(2025, NOTICE, NONE, Set.of(day("2026-01-04"))));
    refused("2025-01-03", () -> new HolidayYear(2025, NOTICE, NONE, Set.of(day("2025-01-03"))));
    refused("both", () -> new HolidayYear(2025, NOTICE, Set.of(day("2025-01-04")), Set.of(day("2025-01-04"))));
    HolidayYear good = new HolidayYear(2025, NOTICE, Set.of(day("2025-01-03")), Set.of(day("2025-01-04")));
    assertThat(good.makeUpDays()).containsExactly(day("2025-01-04"));
    assertThat(new HolidayYear(1996, NOTICE, NONE, NONE).year()).isEqualTo(1996);
    assertThat(new HolidayYear(9998, NOTICE, NONE, NONE).year()).isEqualTo(9998);
  }

  @Test
  @DisplayName("成表后不受外部改动，日期按先后排列")
  void frozen() {
    Set<LocalDate> off = new HashSet<>(List.of(day("2025-10-01"), day("2025-01-01"), day("2025-05-01")));
    HolidayYear year = new HolidayYear(2025, NOTICE, off, NONE);
    off.clear();
    assertThat(year.daysOff()).containsExactly(day("2025-01-01"), day("2025-05-01"), day("2025-10-01"));
    assertThatThrownBy(() -> year.daysOff().clear()).isInstanceOf(UnsupportedOperationException.class);
  }

  private static void refused(String named, ThrowingCallable making) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(named);
  }
}
