package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("日期文字")
final class DaysTest {
  private static final long ORIGIN = LocalDate.of(0, 1, 1).toEpochDay();

  private static int day(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Days.day(bytes, 0, bytes.length);
  }

  private static int dayOfTime(String text) {
    byte[] bytes = ("x" + text + "x").getBytes(StandardCharsets.UTF_8);
    return Days.dayOfTime(bytes, 1, bytes.length - 1);
  }

  @Test
  @DisplayName("公元 0 年到 9999 年，凡存在的日子都对，凡不存在的都不认")
  void everyDay() {
    int impossible = 0;
    for (int year = 0; year <= 9999; year += year >= 1890 && year < 2110 ? 1 : 7) {
      for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 32; day++) {
          int expected = Days.IMPOSSIBLE;
          try {
            expected = (int) (LocalDate.of(year, month, day).toEpochDay() - ORIGIN);
          } catch (DateTimeException none) {
            impossible++;
          }
          String text = String.format("%04d-%02d-%02d", year, month, day);
          if (day(text) != expected) {
            assertThat(day(text)).as(text).isEqualTo(expected);
          }
        }
      }
    }
    assertThat(impossible).isPositive();
    assertThat(day("9999-12-31")).isEqualTo((int) (LocalDate.of(9999, 12, 31).toEpochDay() - ORIGIN));
  }

  @Test
  @DisplayName("带时差的时间与 java.time 换算一致")
  void offsets() {
    Random random = new Random(7);
    int moved = 0;
    for (int i = 0; i < 20_000; i++) {
      LocalDateTime local = LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(random.nextInt(525_600));
      int minutes = random.nextInt(36 * 60 + 1) - 18 * 60;
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * minutes);
      LocalDate beijing = OffsetDateTime.of(local, offset).withOffsetSameInstant(ZoneOffset.ofHours(8)).toLocalDate();
      String text = local.toString() + offset;
      assertThat(dayOfTime(text)).as(text).isEqualTo((int) (beijing.toEpochDay() - ORIGIN));
      moved += beijing.equals(local.toLocalDate()) ? 0 : 1;
    }
    assertThat(moved).isBetween(2000, 18_000);
  }
}
