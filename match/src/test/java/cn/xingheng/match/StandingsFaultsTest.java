package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("资格文件有错：整个不用，什么也不写")
final class StandingsFaultsTest {
  private static final String FIRST = "zhang,h1,2026-01-01,2026-06-30,effective,\n";
  private static final String CLAIM = Run.CLAIMS + "c1,2026-05-04T10:00,zhang,h1,outpatient,100\n";

  private Run run;

  @BeforeEach
  void folder(@TempDir Path folder) {
    run = new Run(folder).claims(CLAIM);
  }

  /** What the second row must not be, what the message names, and the nearest row that is allowed. */
  static Stream<Arguments> rows() {
    return Stream.of(
        row("zhang,h1,2026-06-30,2026-12-31,effective,", "lines 2 and 3", "zhang,h1,2026-07-01,2026-12-31,effective,"),
        row("zhang,h1,2025-01-01,2026-01-01,effective,", "lines 2 and 3", "zhang,h1,2025-01-01,2025-12-31,effective,"),
        row("zhang,h1,2026-01-01,2026-06-30,effective,", "lines 2 and 3", "zhang,h2,2026-01-01,2026-06-30,effective,"),
        row("zhang,h1,2026-02-01,2026-02-01,suspended,points", "lines 2 and 3",
            "li,h1,2026-02-01,2026-02-01,suspended,points"),
        row("zhang,h1,2025-01-01,9999-12-31,none,", "lines 2 and 3", "zhang,h2,2025-01-01,9999-12-31,none,"),
        row("li,h1,2026-02-02,2026-02-01,effective,", "line 3", "li,h1,2026-02-02,2026-02-02,effective,"),
        row("li,h1,2026-02-29,2026-12-31,effective,", "line 3", "li,h1,2028-02-29,2028-12-31,effective,"),
        row("li,h1,2026-02-01,,effective,", "line 3", "li,h1,2026-02-01,9999-12-31,effective,"),
        row("li,h1,2026-02-01T00:00,2026-12-31,effective,", "line 3", "li,h1,2026-02-01,2026-12-31,effective,"),
        row("li,h1,2026-02-01,2026-12-31,Effective,", "line 3", "li,h1,2026-02-01,2026-12-31,effective,"),
        row("li,h1,2026-02-01,2026-12-31,,", "line 3", "li,h1,2026-02-01,2026-12-31,unresolved,"),
        row("li,h1,2026-02-01,2026-12-31,suspended,point", "line 3", "li,h1,2026-02-01,2026-12-31,suspended,points"),
        row("li,h1,2026-02-01,2026-12-31,suspended,", "line 3",
            "li,h1,2026-02-01,2026-12-31,suspended,points;institution"),
        row("li,h1,2026-02-01,2026-12-31,ended,", "line 3", "li,h1,2026-02-01,2026-12-31,ended,left"),
        row("li,h1,2026-02-01,2026-12-31,effective,points", "line 3", "li,h1,2026-02-01,2026-12-31,effective,"),
        row(",h1,2026-02-01,2026-12-31,effective,", "line 3", "l,h1,2026-02-01,2026-12-31,effective,"),
        row("li,,2026-02-01,2026-12-31,effective,", "line 3", "li,h,2026-02-01,2026-12-31,effective,"),
        row("l".repeat(33) + ",h1,2026-02-01,2026-12-31,effective,", "line 3",
            "l".repeat(32) + ",h1,2026-02-01,2026-12-31,effective,"),
        row("li,h1,2026-02-01,2026-12-31,effective", "line 3", "li,h1,2026-02-01,2026-12-31,effective,"),
        row("\"li,h1,2026-02-01,2026-12-31,effective,", "line 3", "\"li\",h1,2026-02-01,2026-12-31,effective,"),
        row("\nli,h1,2026-02-01,2026-12-31,effective,", "line 3", "li,h1,2026-02-01,2026-12-31,effective,\n\n"),
        row("l\u0000i,h1,2026-02-01,2026-12-31,effective,", "line 3", "li,h1,2026-02-01,2026-12-31,effective,"));
  }

  private static Arguments row(String bad, String where, String good) {
    return Arguments.of(bad, where, good);
  }

  @ParameterizedTest(name = "{1}：{0}")
  @MethodSource("rows")
  @DisplayName("说出行号和办法；只差一点的好行可用")
  void bad(String bad, String where, String good) throws IOException {
    run.standings(Run.STANDINGS + FIRST + bad + "\n");
    assertThatThrownBy(run::run)
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(run.path("S.csv") + ", " + where + ": ")
        .hasMessageContaining(System.lineSeparator() + "Maybe ");
    assertThat(run.names()).containsExactly("C.csv", "S.csv");

    Summary control = run.standings(Run.STANDINGS + FIRST + good + "\n").run();
    assertThat(control.byVerdict()).containsOnlyKeys("payable");
  }

  @Test
  @DisplayName("不是 UTF-8 的资格文件不用")
  void notUtf8() throws IOException {
    run.write("S.csv", (Run.STANDINGS + FIRST.replace("zhang", "张")).getBytes("GB18030"));
    assertThatThrownBy(run::run).isInstanceOf(UnusableInput.class).hasMessageContaining("line 2: not-utf8");
    run.write("S.csv", (Run.STANDINGS + FIRST.replace("zhang", "张")).getBytes(StandardCharsets.UTF_8));
    assertThat(run.run().byCause()).containsOnlyKeys("unknown-code");
  }

  @Test
  @DisplayName("行的先后与列的先后无关，带 BOM、CRLF、引号、多余的列也一样")
  void anyOrder() throws IOException {
    run.write("S.csv", ("\uFEFF备注,because,standing,through,from,institution_code,\"physician_code\"\r\n"
        + "\"二,三\r\n四\",points,suspended,2026-05-31,2026-05-01,h1,\"zhang\"\r\n"
        + ",,effective,2026-04-30,2026-01-01,h1,zhang").getBytes(StandardCharsets.UTF_8));
    assertThat(run.run().byCause()).containsOnlyKeys("points");
    run.claims(CLAIM.replace("2026-05-04", "2026-04-30"));
    assertThat(run.run().byVerdict()).containsOnlyKeys("payable");
  }

  @Test
  @DisplayName("同一医师上万行，乱序，重叠仍被找出")
  void longTimeline() throws IOException {
    StringBuilder rows = new StringBuilder(Run.STANDINGS);
    for (int i = 0; i < 20_000; i++) {
      String institution = "h" + i * 7919 % 20_000;
      rows.append("zhang,").append(institution).append(",2026-01-01,2026-12-31,effective,\n");
    }
    assertThat(run.standings(rows.toString()).run().byVerdict()).containsOnlyKeys("payable");
    run.standings(rows + "zhang,h0,2026-12-31,2027-12-31,effective,\n");
    assertThatThrownBy(run::run).isInstanceOf(UnusableInput.class).hasMessageContaining("lines 2 and 20002");
  }
}
