package cn.xingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("案例命令")
class CaseCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path file;

  @BeforeEach
  void file() throws IOException {
    file = Files.writeString(folder.resolve("a.yaml"), """
        case: 六分约谈
        edition: anhui-2019
        given:
          - {on: 2026-01-01, what: signed, person: zhang, at: h1}
          - {on: 2026-03-10, what: deducted, id: d1, person: zhang, at: h1, item: "3.1", act: 2026-02-20}
        expect:
          - {on: 2026-03-10, person: zhang, points: 6, due: [interview]}
        """);
  }

  private int run(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  @Test
  @DisplayName("相符 0，不符 1，读不了 2")
  void exitCodes() throws IOException {
    assertThat(run("case", "run", file.toString())).isZero();
    assertThat(out.toString()).isEqualTo("1 passed, 0 failed" + System.lineSeparator());
    Path wrong = Files.writeString(folder.resolve("b.yaml"), Files.readString(file).replace("points: 6", "points: 7"));
    assertThat(run("case", "run", file.toString(), wrong.toString())).isOne();
    assertThat(out.toString()).endsWith("1 passed, 1 failed" + System.lineSeparator());
    Path torn = Files.writeString(folder.resolve("c.yaml"), Files.readString(file).replace("points: 6", "pionts: 6"));
    assertThat(run("case", "run", torn.toString(), wrong.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("c.yaml:7:", "Maybe ");
    assertThat(out.toString()).endsWith("0 passed, 1 failed" + System.lineSeparator());
  }

  @Test
  @DisplayName("--json：标准输出上每个案例一个对象，此外什么也没有")
  void json() {
    assertThat(run("case", "run", "--json", file.toString())).isZero();
    assertThat(out.toString().lines()).singleElement().asString()
        .startsWith("{\"name\":\"六分约谈\"").endsWith("]}").contains("\"passed\":true");
  }

  @Test
  @DisplayName("另载一年的节假日表，原先存记的暂停就有了确定的生效日")
  void loadsAYear() throws IOException {
    Path late = Files.writeString(folder.resolve("late.yaml"), """
        case: 跨年生效
        edition: anhui-2019
        given:
          - {on: 2026-01-01, what: signed, person: zhang, at: h1}
          - {on: 2026-11-02, what: deducted, id: d1, person: zhang, at: h1, item: "3.1", act: 2026-10-20}
          - {on: 2026-11-09, what: deducted, id: d2, person: zhang, at: h1, item: "2.1", act: 2026-10-27}
          - {on: 2026-11-16, what: deducted, id: d3, person: zhang, at: h1, item: "1.1", act: 2026-11-03}
          - {on: 2026-12-21, what: suspended, id: s1, person: zhang, months: 1, served: 2026-12-22}
        expect:
          - {sanction: s1, from: 2027-01-14, through: 2027-02-13}
        """);
    Path year = Files.writeString(folder.resolve("2027.yaml"), """
        year: 2027
        notices:
          - {number: 国办发明电〔2026〕9号, title: 测试用的安排, date: 2026-11-01}
        off:
          - 2027-01-01..2027-01-03
        work: []
        """);
    assertThat(run("case", "run", late.toString())).isOne();
    assertThat(run("case", "run", "--holidays", year.toString(), late.toString())).as(err + " " + out).isZero();
    assertThat(run("case", "run", "--holidays", late.toString(), late.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("late.yaml:1:", "Maybe ");
  }

  @Test
  @DisplayName("说明写出扣分、待办和条文")
  void explains() {
    assertThat(run("case", "explain", file.toString(), "--person", "zhang", "--on", "2026-03-10")).isZero();
    assertThat(out.toString()).contains("zhang，2026-03-10", "扣分累计 6", "interview", "〔细则三(二)〕");
    assertThat(run("case", "explain", file.toString(), "--person", "li")).isOne();
  }

  @Test
  @DisplayName("覆盖：一个案例远不够，列出没有案例之处，退出码 1")
  void coverage() {
    assertThat(run("case", "coverage", folder.toString())).isOne();
    assertThat(out.toString()).contains("NO CASE: anhui-2019 / 条目 / 1.1").doesNotContain("条目 / 3.1");
  }
}
