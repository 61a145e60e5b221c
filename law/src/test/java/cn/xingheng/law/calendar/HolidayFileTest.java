package cn.xingheng.law.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.calendar.HolidayYear;
import cn.xingheng.law.yaml.Fault;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Source;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("节假日文件的读取与拒收")
class HolidayFileTest {

  private static final String GOOD = """
      year: 2027
      notices:
        - {number: 国办发明电〔2026〕9号, title: 关于2027年部分节假日安排的通知, date: 2026-11-05}
      off:
        - 2027-01-01..2027-01-03
        - 2027-04-05
      work:
        - 2027-02-06
      """;

  static IntStream years() {
    return IntStream.rangeClosed(RawTables.FIRST_YEAR, RawTables.LAST_YEAR);
  }

  @Test
  @DisplayName("合格的文件逐项读入")
  void good() {
    HolidayYear year = read(GOOD);
    assertThat(year.year()).isEqualTo(2027);
    assertThat(year.notices()).containsExactly("国办发明电〔2026〕9号《关于2027年部分节假日安排的通知》（2026-11-05）");
    assertThat(year.daysOff()).map(LocalDate::toString)
        .containsExactly("2027-01-01", "2027-01-02", "2027-01-03", "2027-04-05");
    assertThat(year.makeUpDays()).map(LocalDate::toString).containsExactly("2027-02-06");
    assertThat(read(GOOD.replace("work:\n  - 2027-02-06", "work: []")).makeUpDays()).isEmpty();
  }

  @ParameterizedTest(name = "{0} 改为 {1}：第{2}行")
  @DisplayName("一处有误即拒收，指明行号、错处与改法；复原即收")
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
    "year: 2027              | year: 2027年            | 1 | 整数",
    "year: 2027              | year: '2027'            | 1 | 整数",
    "year: 2027              | year: 1995              | 1 | 超出范围",
    "year: 2027              | year: 9999              | 1 | 超出范围",
    "year: 2027              | yaer: 2027              | 1 | 不认识的键 `yaer`",
    "国办发明电〔2026〕9号   | 国办发明电9号           | 3 | 不是发文字号",
    "国办发明电〔2026〕9号   | 国办发明电〔2026〕09号  | 3 | 不是发文字号",
    "国办发明电〔2026〕9号   | 国办发明电〔2025〕9号   | 3 | 与成文日期 2026-11-05 不同",
    "国办发明电〔2026〕9号   | 12                      | 3 | 文字",
    "number:                 | nunber:                 | 3 | 不认识的键 `nunber`",
    "关于2027年部分节假日安排的通知 | '  '             | 3 | 文字",
    "title:                  | titel:                  | 3 | 不认识的键 `titel`",
    "date: 2026-11-05        | date: 2024-12-31        | 3 | 超出范围",
    "date: 2026-11-05        | date: 2028-01-01        | 3 | 超出范围",
    "date: 2026-11-05        | date: 2026-11-31        | 3 | 没有 2026-11-31 这一天",
    "date: 2026-11-05        | date: 去年              | 3 | 日期",
    "off:                    | of:                     | 4 | 不认识的键 `of`",
    "2027-01-01..2027-01-03  | 2027-01-03..2027-01-01  | 5 | 不是 1 至 31 日的一段",
    "2027-01-01..2027-01-03  | 2027-01-01..2027-02-01  | 5 | 不是 1 至 31 日的一段",
    "2027-01-01..2027-01-03  | 2027-01-01..            | 5 | 放假日",
    "2027-01-01..2027-01-03  | 2026-12-31..2027-01-03  | 5 | 2026-12-31 不在 2027 年",
    "2027-01-01..2027-01-03  | 2027-12-31..2028-01-02  | 5 | 2028-01-02 不在 2027 年",
    "- 2027-04-05            | - 2027-04-31            | 6 | 没有 2027-04-31 这一天",
    "- 2027-04-05            | - 2027-4-5              | 6 | 放假日",
    "- 2027-04-05            | - 20270405              | 6 | 放假日",
    "- 2027-04-05            | - 2027-01-02            | 6 | 写了两次，前一次在第 5 行",
    "- 2027-04-05            | - 2027-02-06            | 8 | 写了两次，前一次在第 6 行",
    "- 2027-04-05            | - [2027-04-05]          | 6 | 放假日",
    "work:                   | wrok:                   | 7 | 不认识的键 `wrok`",
    "- 2027-02-06            | - 2027-02-05            | 8 | 本来就上班",
    "- 2027-02-06            | - 2026-02-07            | 8 | 不在 2027 年",
    "- 2027-02-06            | - 2027-02-06..2027-02-07 | 8 | 逐日写",
    "- 2027-02-06            | -                       | 8 | 上班日",
  })
  void refused(String from, String to, int line, String wrong) {
    assertThat(GOOD).contains(from);
    assertThatCode(() -> read(GOOD)).doesNotThrowAnyException();
    List<Fault> faults = faults(GOOD.replace(from, to));
    assertThat(faults).anySatisfy(fault -> {
      assertThat(fault.place().line()).isEqualTo(line);
      assertThat(fault.wrong()).contains(wrong);
    });
  }

  @Test
  @DisplayName("同一日两处放假、上班日写两次、通知写两次、放假为空，均拒收")
  void twice() {
    assertThat(message(GOOD + "  - 2027-02-06\n")).startsWith("2027.yaml:9:").contains("2027-02-06 写了两次");
    String notice = GOOD.lines().toList().get(2);
    assertThat(message(GOOD.replace(notice, notice + "\n" + notice))).contains("国办发明电〔2026〕9号 写了两次");
    assertThat(message(GOOD.replace(notice, "  []"))).contains("至少要有一项");
    assertThat(message(GOOD.replace("off:\n  - 2027-01-01..2027-01-03\n  - 2027-04-05", "off: []")))
        .startsWith("2027.yaml:4:").contains("至少要有一项");
  }

  @ParameterizedTest(name = "缺 {0}")
  @DisplayName("通知的字号、标题、日期缺一不可")
  @ValueSource(strings = {"number", "title", "date"})
  void noticeKeys(String key) {
    String lacking = GOOD.replaceFirst("(, )?" + key + ": [^,}]+(?=[,}])", "").replace("{, ", "{");
    assertThat(lacking).isNotEqualTo(GOOD);
    assertThat(message(lacking)).startsWith("2027.yaml:3:").contains("缺少键 `" + key + "`").contains("\nMaybe ");
  }

  @Test
  @DisplayName("几处有误一次说全，按行排列，每处都有Maybe一行")
  void allAtOnce() {
    String text = GOOD.replace("〔2026〕", "〔2020〕").replace("2027-04-05", "2028-04-05").replace("02-06", "02-05");
    assertThat(faults(text)).extracting(fault -> fault.place().line()).containsExactly(3, 6, 8);
    assertThat(message(text).lines().filter(line -> line.startsWith("Maybe "))).hasSize(3);
  }

  @Test
  @DisplayName("多一个键、键写两次、空文件、两份文档、不是YAML，均拒收")
  void shape() {
    assertThat(message(GOOD + "note: 其他\n")).startsWith("2027.yaml:9:").contains("不认识的键 `note`");
    assertThat(message(GOOD + "year: 2027\n")).startsWith("2027.yaml:9:").contains("写了两次");
    assertThat(message("")).startsWith("2027.yaml:1:");
    assertThat(message(GOOD + "---\n" + GOOD)).contains("2 份");
    assertThat(message("- 2027\n")).startsWith("2027.yaml:1:");
    assertThat(message(GOOD.replace("date: 2026-11-05}", "date: 2026-11-05"))).contains("YAML");
  }

  @ParameterizedTest(name = "{0}年")
  @DisplayName("每张发布的表：逐键删去、写错、换成别的类型，一律拒收并指明行号；原文收下")
  @MethodSource("years")
  void everyKeyOfEveryTable(int year) {
    String text = RawTables.text("/holidays/" + year + ".yaml");
    assertThat(read(text).year()).isEqualTo(year);
    List<String> lines = text.lines().toList();
    for (String key : List.of("year", "notices", "off", "work")) {
      int at = IntStream.range(0, lines.size())
          .filter(i -> lines.get(i).startsWith(key + ":"))
          .findFirst()
          .orElseThrow();
      assertThat(message(without(lines, at, true))).contains("缺少键 `" + key + "`").contains("\nMaybe ");
      String misspelt = swap(lines, at, key + "x" + lines.get(at).substring(key.length()));
      assertThat(message(misspelt)).contains("2027.yaml:" + (at + 1) + ":").contains("`" + key + "`");
      String mistyped = swap(List.of(without(lines, at, false).split("\n")), at, key + ": 真的");
      assertThat(message(mistyped)).contains("2027.yaml:" + (at + 1) + ":");
    }
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).startsWith("  - ")) {
        assertThat(message(swap(lines, at, "  - 甲乙"))).startsWith("2027.yaml:" + (at + 1) + ":").contains("Maybe ");
        String shifted = swap(lines, at, lines.get(at).replace(year + "-", (year + 2) + "-").replace("〔", "〔9"));
        assertThat(message(shifted)).startsWith("2027.yaml:" + (at + 1) + ":").contains("Maybe ");
      }
    }
  }

  @Test
  @DisplayName("自文件加载以后的年份，暂定变为确定")
  void laterYear(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("2027.yaml"), GOOD);
    LocalDate event = LocalDate.of(2026, 12, 31);
    assertThat(HolidayTables.shipped().with(HolidayTables.read(file)).afterWorkingDays(event, 1))
        .isEqualTo(new Firm(LocalDate.of(2027, 1, 4)));
    Path gbk = Files.write(folder.resolve("gbk.yaml"), GOOD.getBytes(Charset.forName("GBK")));
    LawFault fault = catchThrowableOfType(LawFault.class, () -> HolidayTables.read(gbk));
    assertThat(fault).hasMessageContaining("gbk.yaml:1:").hasMessageContaining("UTF-8");
    LawFault missing = catchThrowableOfType(LawFault.class, () -> HolidayTables.read(folder.resolve("no.yaml")));
    assertThat(missing).hasMessageContaining("no.yaml:1:");
  }

  @Test
  @DisplayName("发布2010至2026年共17张表；2015、2019、2020年各依两份以上通知")
  void shipped() {
    List<HolidayYear> years = HolidayTables.shippedYears();
    assertThat(years).extracting(HolidayYear::year).isEqualTo(years().boxed().toList());
    assertThat(years.stream().filter(year -> year.notices().size() > 1).map(HolidayYear::year))
        .containsExactly(2011, 2015, 2018, 2019, 2020, 2022);
    assertThat(HolidayTables.shipped()).hasToString("2010-01-01..2026-12-31");
  }

  private static HolidayYear read(String text) {
    return HolidayTables.read(Source.of("2027.yaml", text));
  }

  private static List<Fault> faults(String text) {
    LawFault fault = catchThrowableOfType(LawFault.class, () -> read(text));
    assertThat(fault).as("应当拒收：\n%s", text).isNotNull();
    return fault.faults();
  }

  private static String message(String text) {
    return faults(text).stream().map(Fault::toString).collect(Collectors.joining("\n"));
  }

  private static String swap(List<String> lines, int at, String line) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> i == at ? line : lines.get(i))
        .collect(Collectors.joining("\n"));
  }

  /** The text without what hangs under a line, and without that line too when asked. */
  private static String without(List<String> lines, int at, boolean lineToo) {
    int end = at + 1;
    while (end < lines.size() && (lines.get(end).startsWith(" ") || lines.get(end).startsWith("#"))) {
      end++;
    }
    int last = end;
    return IntStream.range(0, lines.size())
        .filter(i -> i < at || i >= last || i == at && !lineToo)
        .mapToObj(lines::get)
        .collect(Collectors.joining("\n"));
  }
}
