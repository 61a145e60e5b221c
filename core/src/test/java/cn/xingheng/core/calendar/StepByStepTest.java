package cn.xingheng.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("查表算法与逐日数算一致")
class StepByStepTest {

  @Test
  @DisplayName("随机生成的五年安排，任取起日与个数，前数、后数、顺延均与逐日数算相同")
  void agrees() {
    SplittableRandom dice = new SplittableRandom(7);
    for (int round = 0; round < 20; round++) {
      List<HolidayYear> years = new ArrayList<>();
      for (int year = 2021; year <= 2025; year++) {
        years.add(SampleTables.random(dice, year, 25, 12));
      }
      WorkCalendar calendar = WorkCalendar.of(years);
      for (int i = 0; i < 500; i++) {
        LocalDate from = LocalDate.of(2021, 6, 1).plusDays(dice.nextInt(1500));
        int n = 1 + dice.nextInt(60);
        assertThat(calendar.afterWorkingDays(from, n)).isEqualTo(step(years, from.plusDays(1), n, 1));
        assertThat(calendar.backWorkingDays(from, n)).isEqualTo(step(years, from, n, -1));
        assertThat(calendar.rollForward(from)).isEqualTo(step(years, from, 1, 1));
        assertThat(calendar.working(from)).isEqualTo(Optional.of(worked(years, from)));
      }
    }
  }

  private static Firm step(List<HolidayYear> years, LocalDate from, int n, int step) {
    LocalDate day = from;
    int left = n;
    while (true) {
      if (worked(years, day) && --left == 0) {
        return new Firm(day);
      }
      day = day.plusDays(step);
    }
  }

  private static boolean worked(List<HolidayYear> years, LocalDate day) {
    HolidayYear year = years.get(day.getYear() - 2021);
    return year.makeUpDays().contains(day)
        || (day.getDayOfWeek().getValue() <= 5 && !year.daysOff().contains(day));
  }
}
