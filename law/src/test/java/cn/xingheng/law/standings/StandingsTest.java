package cn.xingheng.law.standings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.law.yaml.LawFault;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("资格状态文件")
final class StandingsTest {
  private static final LocalDate EVER = LocalDate.of(9999, 12, 31);
  private static final String HEADER = "physician_code,institution_code,from,through,standing,because";
  private static final String SUSPENDED = """
      edition: anhui-2019
      given:
        - {on: 2026-01-01, what: signed, person: zhang, at: h1, through: 2026-12-31}
        - {on: 2026-02-10, what: deducted, person: zhang, at: h1, item: "3.1", act: 2026-01-20, served: 2026-02-11}
        - {on: 2026-03-10, what: deducted, person: zhang, at: h1, item: "2.1", act: 2026-02-20, served: 2026-03-11}
        - {on: 2026-04-01, what: deducted, person: zhang, at: h1, item: "1.1", act: 2026-03-20, served: 2026-04-02}
        - {on: 2026-04-07, what: suspended, id: s1, person: zhang, months: 2, served: 2026-04-08}
      """;

  @TempDir
  private Path folder;

  private List<String> rows(Path file, Standings.Options options, int most) throws IOException {
    StringWriter text = new StringWriter();
    Standings.Result result = Standings.write(file, options, text, done -> {}, most);
    List<String> lines = text.toString().lines().toList();
    assertThat(lines.getFirst()).isEqualTo(HEADER);
    assertThat(result.rows()).isEqualTo(lines.size() - 1);
    return lines.subList(1, lines.size());
  }

  private List<String> rows(String name, String text, Standings.Options options) throws IOException {
    return rows(Files.writeString(folder.resolve(name), text), options, 1000);
  }

  private static Standings.Options all() {
    return new Standings.Options(EVER, LocalDate.MAX, null, List.of());
  }

  @Test
  @DisplayName("暂停、期满未申请、协议期满，一天不缺，首尾两日均含")
  void spans() throws IOException {
    assertThat(rows("one.yaml", SUSPENDED, all())).containsExactly(
        "zhang,h1,2026-01-01,2026-04-29,effective,",
        "zhang,h1,2026-04-30,2026-06-29,suspended,points",
        "zhang,h1,2026-06-30,2026-12-31,suspended,not-applied",
        "zhang,h1,2027-01-01,9999-12-31,ended,expired");
  }

  @Test
  @DisplayName("档案申报未确认的日子说不明；确有暂停的日子仍说暂停；确认之后与没有申报一样")
  void stated() throws IOException {
    String stated = SUSPENDED
        + "  - {on: 2026-03-02, what: stated, id: st1, person: zhang, at: h1, status: 1, source: 档案}\n";
    assertThat(rows("stated.yaml", stated, all())).containsExactly(
        "zhang,h1,2026-01-01,2026-04-29,unresolved,stated",
        "zhang,h1,2026-04-30,2026-06-29,suspended,points",
        "zhang,h1,2026-06-30,2026-12-31,suspended,not-applied",
        "zhang,h1,2027-01-01,9999-12-31,ended,expired");
    String settled = stated + "  - {on: 2026-05-06, what: statement-settled, of: st1, by: s1}\n";
    assertThat(rows("settled.yaml", settled, all())).isEqualTo(rows("one.yaml", SUSPENDED, all()));
  }

  @Test
  @DisplayName("只说到某日；只按某日所知；另按一个版本")
  void options() throws IOException {
    Standings.Options untilMay = new Standings.Options(LocalDate.of(2026, 5, 31), LocalDate.MAX, null, List.of());
    assertThat(rows("one.yaml", SUSPENDED, untilMay))
        .containsExactly(
            "zhang,h1,2026-01-01,2026-04-29,effective,", "zhang,h1,2026-04-30,2026-05-31,suspended,points");
    assertThat(rows("one.yaml", SUSPENDED, new Standings.Options(EVER, LocalDate.of(2026, 4, 6), null, List.of())))
        .containsExactly("zhang,h1,2026-01-01,9999-12-31,effective,");
    assertThat(rows("one.yaml", SUSPENDED, new Standings.Options(EVER, LocalDate.MAX, "lianyungang-2012", List.of())))
        .containsExactly(
            "zhang,h1,2026-01-01,2026-12-31,effective,", "zhang,h1,2027-01-01,9999-12-31,ended,expired");
  }

  @Test
  @DisplayName("来院服务期满之后：原协议有效则说在其他机构，原协议已终止则说未签约")
  void afterVisit() throws IOException {
    assertThat(rows("visit.yaml", """
        edition: anhui-2019
        given:
          - {on: 2026-01-01, what: signed, person: li, at: h1}
          - {on: 2026-01-05, what: visiting, person: li, home: h1, at: h2, from: 2026-02-01, through: 2026-03-31}
          - {on: 2026-05-06, what: left, person: li, at: h1}
        """, all())).containsExactly(
        "li,h1,2026-01-01,2026-05-05,effective,",
        "li,h1,2026-05-06,9999-12-31,ended,left",
        "li,h2,2026-02-01,2026-03-31,effective,",
        "li,h2,2026-04-01,2026-05-05,ended,other-institution");
  }

  @Test
  @DisplayName("同一编码在两个案例中：日期不重叠则并列，重叠则指明两处，什么也不算")
  void twice() throws IOException {
    String first = "{\"edition\":\"lianyungang-2012\",\"given\":[{\"on\":\"2013-01-01\",\"what\":\"signed\","
        + "\"person\":\"a,b\",\"at\":\"h1\"}]}";
    String other = first.replace("h1", "h2");
    assertThat(rows("two.jsonl", first + "\n" + other + "\n", all())).containsExactly(
        "\"a,b\",h1,2013-01-01,2014-12-31,effective,", "\"a,b\",h1,2015-01-01,9999-12-31,ended,expired",
        "\"a,b\",h2,2013-01-01,2014-12-31,effective,", "\"a,b\",h2,2015-01-01,9999-12-31,ended,expired");
    assertThatThrownBy(() -> rows("two.jsonl", first + "\n" + other + "\n" + first + "\n", all()))
        .isInstanceOf(LawFault.class)
        .hasMessageContaining("two.jsonl:3:1").hasMessageContaining("第 1 行").hasMessageContaining("Maybe");
  }

  @Test
  @DisplayName("没有的版本、过长的编码、坏行：指明位置；取最前面的一处")
  void unusable() throws IOException {
    assertThatThrownBy(() -> rows("none.yaml", SUSPENDED.replace("anhui-2019", "national-2024"), all()))
        .isInstanceOf(LawFault.class).hasMessageContaining("none.yaml:1").hasMessageContaining("national-2024");
    assertThatThrownBy(() -> rows("long.yaml", SUSPENDED.replace("zhang", "z".repeat(33)), all()))
        .isInstanceOf(LawFault.class).hasMessageContaining("33");
    assertThat(rows("long.yaml", SUSPENDED.replace("zhang", "z".repeat(32)), all())).hasSize(4);
    StringBuilder lines = new StringBuilder(line(0));
    lines.append("{\"edition\":\"anhui-2019\"}\n");
    for (int i = 0; i < 200; i++) {
      lines.append("{bad\n");
    }
    assertThatThrownBy(() -> rows("bad.jsonl", lines.toString(), all()))
        .isInstanceOf(LawFault.class).hasMessageContaining("bad.jsonl:2:");
  }

  @Test
  @DisplayName("行数超过内存上限时落盘归并，结果一字不差，按编码排序，次序与文件无关")
  void spilled() throws IOException {
    StringBuilder text = new StringBuilder();
    new Random(7).ints(0, 100_000).distinct().limit(400).forEach(i -> text.append(line(i)));
    Path file = Files.writeString(folder.resolve("many.jsonl"), text);
    List<String> inMemory = rows(file, all(), 100_000);
    assertThat(rows(file, all(), 7)).isEqualTo(inMemory);
    assertThat(inMemory).hasSize(800).isSorted();
  }

  private static String line(int number) {
    return "{\"edition\":\"lianyungang-2012\",\"given\":[{\"on\":\"2013-01-01\",\"what\":\"signed\",\"person\":\"p"
        + number + "\",\"at\":\"h1\"}]}\n";
  }
}
