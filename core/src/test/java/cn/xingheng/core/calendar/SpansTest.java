package cn.xingheng.core.calendar;

import static cn.xingheng.core.calendar.SampleTables.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("按月按年计算的期间")
class SpansTest {

  @ParameterizedTest(name = "{0}起{1}个月，至{2}止")
  @DisplayName("处理期间：首日计入，止于对应日的前一日；无对应日的，止于该月末日")
  @CsvSource({
    "2026-08-31, 1, 2026-09-30",
    "2026-01-31, 1, 2026-02-28",
    "2026-03-01, 3, 2026-05-31",
    "2026-12-31, 2, 2027-02-28",
    "2026-04-30, 2, 2026-06-29",
    "2024-01-31, 1, 2024-02-29",
    "2024-02-29, 12, 2025-02-28",
    "2026-01-15, 36, 2029-01-14",
    "2026-01-01, 12, 2026-12-31",
    "2026-01-01, 1200, 2125-12-31",
  })
  void lastDayOfMonths(LocalDate first, int months, LocalDate last) {
    assertThat(Spans.lastDayOfMonths(first, months)).isEqualTo(last);
  }

  @ParameterizedTest(name = "{0}生效，{1}年，至{2}仍在禁止期内")
  @DisplayName("禁止期：生效当日不计入，止于若干年后的同一日期；2月29日无对应日的，止于2月28日")
  @CsvSource({
    "2026-04-30, 1, 2027-04-30",
    "2024-02-29, 1, 2025-02-28",
    "2024-02-29, 4, 2028-02-29",
    "2023-02-28, 1, 2024-02-28",
    "2026-12-31, 5, 2031-12-31",
    "2026-12-31, 100, 2126-12-31",
  })
  void lastBarredDay(LocalDate effect, int years, LocalDate last) {
    assertThat(Spans.lastBarredDay(effect, years)).isEqualTo(last);
  }

  @ParameterizedTest(name = "{0}个月")
  @DisplayName("月数不在范围内的，报错并写明数值")
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1201})
  void badMonths(int months) {
    assertThatThrownBy(() -> Spans.lastDayOfMonths(day("2026-01-01"), months))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("months " + months + " from 2026-01-01 is not within 1..1200");
  }

  @ParameterizedTest(name = "{0}年")
  @DisplayName("年数不在范围内的，报错并写明数值")
  @ValueSource(ints = {-5, 0, 101})
  void badYears(int years) {
    assertThatThrownBy(() -> Spans.lastBarredDay(day("2026-01-01"), years))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("years " + years + " from 2026-01-01 is not within 1..100");
  }

  @Test
  @DisplayName("相邻起日的处理期间，终日不倒退")
  void monotone() {
    LocalDate first = day("2023-12-01");
    for (int i = 0; i < 800; i++, first = first.plusDays(1)) {
      assertThat(Spans.lastDayOfMonths(first.plusDays(1), 1)).isAfterOrEqualTo(Spans.lastDayOfMonths(first, 1));
    }
  }
}
