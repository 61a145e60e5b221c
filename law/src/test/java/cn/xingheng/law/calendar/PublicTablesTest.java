package cn.xingheng.law.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.calendar.HolidayYear;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("节假日数据与两份独立的公开表核对")
class PublicTablesTest {

  private static final Map<LocalDate, String> TYME = facts("/calendar/tyme4j-1.4.9.csv");
  private static final Map<LocalDate, String> CHINESE_DAYS = facts("/calendar/chinese-days-1.5.7.csv");
  private static final LocalDate QINGMING_2013 = LocalDate.of(2013, 4, 7);
  private static final LocalDate NATIONAL_2013 = LocalDate.of(2013, 10, 12);

  @Test
  @DisplayName("两表之间恰有两日相左：2013-04-07与2013-10-12")
  void disagreements() {
    Set<LocalDate> apart = new TreeSet<>();
    eachDay(day -> {
      if (worked(TYME, day) != worked(CHINESE_DAYS, day)) {
        apart.add(day);
      }
    });
    assertThat(apart).containsExactly(QINGMING_2013, NATIONAL_2013);
  }

  @Test
  @DisplayName("这两日依国办发明电〔2012〕33号上班，我们的数据如此")
  void rightSide() {
    HolidayYear year = HolidayTables.shipped().findYear(2013).orElseThrow();
    assertThat(year.makeUpDays()).contains(QINGMING_2013, NATIONAL_2013);
    assertThat(year.notices()).singleElement().asString().contains("国办发明电〔2012〕33号");
    assertThat(worked(CHINESE_DAYS, QINGMING_2013)).isTrue();
    assertThat(worked(TYME, QINGMING_2013)).isFalse();
  }

  @Test
  @DisplayName("2010至2026年逐日：与chinese-days全同，与tyme4j除这两日外全同")
  void everyDay() {
    Map<LocalDate, String> ours = new TreeMap<>();
    for (HolidayYear year : HolidayTables.shippedYears()) {
      year.daysOff().forEach(day -> ours.put(day, "off"));
      year.makeUpDays().forEach(day -> ours.put(day, "work"));
    }
    eachDay(day -> {
      assertThat(worked(ours, day)).as("chinese-days %s", day).isEqualTo(worked(CHINESE_DAYS, day));
      if (!day.equals(QINGMING_2013) && !day.equals(NATIONAL_2013)) {
        assertThat(worked(ours, day)).as("tyme4j %s", day).isEqualTo(worked(TYME, day));
      }
    });
  }

  @Test
  @DisplayName("两表不空，各年都有放假与上班日")
  void notEmpty() {
    for (Map<LocalDate, String> table : List.of(TYME, CHINESE_DAYS)) {
      for (int year = RawTables.FIRST_YEAR; year <= RawTables.LAST_YEAR; year++) {
        int wanted = year;
        assertThat(table.entrySet()).filteredOn(entry -> entry.getKey().getYear() == wanted)
            .extracting(Map.Entry::getValue).contains("off", "work").hasSizeGreaterThan(20);
      }
    }
  }

  private static void eachDay(Consumer<LocalDate> check) {
    LocalDate end = LocalDate.of(RawTables.LAST_YEAR + 1, 1, 1);
    LocalDate.of(RawTables.FIRST_YEAR, 1, 1).datesUntil(end).forEach(check);
  }

  private static boolean worked(Map<LocalDate, String> table, LocalDate day) {
    String kind = table.get(day);
    return kind == null ? day.getDayOfWeek().getValue() <= 5 : kind.equals("work");
  }

  private static Map<LocalDate, String> facts(String resource) {
    Map<LocalDate, String> facts = new TreeMap<>();
    for (String line : RawTables.text(resource).split("\n")) {
      if (line.startsWith("2")) {
        String[] parts = line.split(",");
        if (facts.put(LocalDate.parse(parts[0]), parts[1]) != null) {
          throw new IllegalStateException(resource + " names " + parts[0] + " twice");
        }
      }
    }
    return facts;
  }
}
