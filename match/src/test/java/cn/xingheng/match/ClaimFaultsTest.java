package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("拒收的行")
final class ClaimFaultsTest {
  private static final String ROW = "zhang,h1,2026-01-01,2026-12-31,effective,\n";
  private static final String GOOD = "c1,2026-05-04T10:00,zhang,h1,outpatient,100";

  private Run run;

  @BeforeEach
  void folder(@TempDir Path folder) {
    run = new Run(folder).standings(Run.STANDINGS + ROW);
  }

  /** Each bad line, its reason, and a line as like it as can be that is good. */
  static Stream<Arguments> lines() {
    String x4096 = "x".repeat(4096);
    return Stream.of(
        line("c1,2026-05-04T10:00,zhang,h1,outpatient", "torn", GOOD),
        line(GOOD + ",", "torn", GOOD),
        line("c1,2026-05-04T10:00,\"zhang,h1,outpatient,100", "torn",
            "c1,2026-05-04T10:00,\"zhang\",h1,outpatient,100"),
        line("c1,2026-05-04T10:00,zh\"ang,h1,outpatient,100", "torn",
            "c1,2026-05-04T10:00,\"zh\"\"ang\",h1,outpatient,100"),
        line("c1,2026-05-04T10:00,\"zhang\"x,h1,outpatient,100", "torn",
            "c1,2026-05-04T10:00,\"zhangx\",h1,outpatient,100"),
        line(" ", "torn", GOOD),
        line("c\u00001,2026-05-04T10:00,zhang,h1,outpatient,100", "nul", GOOD),
        line(",2026-05-04T10:00,zhang,h1,outpatient,100", "no-claim-id", "x" + GOOD),
        line("x".repeat(65) + GOOD.substring(2), "claim-id-too-long", "x".repeat(64) + GOOD.substring(2)),
        line("医".repeat(22) + GOOD.substring(2), "claim-id-too-long", "医".repeat(21) + GOOD.substring(2)),
        at("2026-02-29T10:00", "2028-02-29T10:00"),
        at("2026-13-01T10:00", "2026-12-01T10:00"),
        at("2026-04-31T10:00", "2026-04-30T10:00"),
        at("2026-00-10T10:00", "2026-01-10T10:00"),
        at("2100-02-29T10:00", "2000-02-29T10:00"),
        at("2026-05-04T24:00", "2026-05-04T23:00"),
        at("2026-05-04T10:60", "2026-05-04T10:59"),
        at("2026-05-04T10:00:60", "2026-05-04T10:00:59"),
        at("2026-05-04T10:00:00.", "2026-05-04T10:00:00.0"),
        at("2026-05-04T10:00:00.0123456789", "2026-05-04T10:00:00.012345678"),
        at("2026-05-04 10:00", "2026-05-04T10:00"),
        at("2026-05-04", "2026-05-04T00:00"),
        at("", "2026-05-04T00:00"),
        at("2026-5-4T10:00", "2026-05-04T10:00"),
        at("2026-05-04T10:00+8", "2026-05-04T10:00+08:00"),
        at("2026-05-04T10:00+19:00", "2026-05-04T10:00+18:00"),
        at("2026-05-04T10:00z", "2026-05-04T10:00Z"),
        line("c1,2026-05-04T10:00," + "z".repeat(33) + ",h1,outpatient,100", "code-too-long",
            "c1,2026-05-04T10:00," + "z".repeat(32) + ",h1,outpatient,100"),
        line("c1,2026-05-04T10:00,zhang," + "h".repeat(33) + ",outpatient,100", "code-too-long",
            "c1,2026-05-04T10:00,zhang," + "h".repeat(32) + ",outpatient,100"),
        line("c1,2026-05-04T10:00,zhang,,outpatient,100", "no-institution", GOOD),
        line("c1,2026-05-04T10:00,zhang,h1,Outpatient,100", "unknown-setting", GOOD),
        line("c1,2026-05-04T10:00,zhang,h1,,100", "unknown-setting", GOOD),
        amount("1.00", "100"),
        amount("+100", "100"),
        amount(" 100", "100"),
        amount("", "0"),
        amount("-", "-0"),
        amount("1e3", "1000"),
        amount("１００", "100"),
        amount("9223372036854775808", "9223372036854775807"),
        amount("-9223372036854775809", "-9223372036854775808"),
        amount("99999999999999999999", "0000000000000000000099"),
        line(x4096 + ",", "line-too-long", GOOD),
        line("\"" + x4096 + "\"," + GOOD, "line-too-long", GOOD));
  }

  private static Arguments line(String bad, String reason, String good) {
    return Arguments.of(bad, reason, good);
  }

  private static Arguments at(String bad, String good) {
    String rest = ",zhang,h1,outpatient,100";
    return Arguments.of("c1," + bad + rest, "impossible-time", "c1," + good + rest);
  }

  private static Arguments amount(String bad, String good) {
    String start = "c1,2026-05-04T10:00,zhang,h1,outpatient,";
    return Arguments.of(start + bad, "not-whole-fen", start + good);
  }

  @ParameterizedTest(name = "{1}：{0}")
  @MethodSource("lines")
  @DisplayName("坏行连同行号、原因、原文进入拒收文件，邻行照常判定；只差一点的好行不被拒收")
  void bad(String bad, String reason, String good) throws IOException {
    Summary summary = run.claims(Run.CLAIMS + GOOD + "\n" + bad + "\n" + GOOD + "\n").run();
    assertThat(summary.read()).isEqualTo(3);
    assertThat(summary.rejected()).isEqualTo(1);
    List<CsvRecord> rejects = rejects();
    assertThat(rejects).hasSize(1);
    String raw = bad.replace('\u0000', '\uFFFD');
    String text = raw.length() > 4096 ? raw.substring(0, 4096) + "…" : raw;
    assertThat(rejects.getFirst().getFields()).containsExactly("3", reason, text);

    Summary control = run.claims(Run.CLAIMS + GOOD + "\n" + good + "\n" + GOOD + "\n").run();
    assertThat(control.rejected()).isZero();
    assertThat(control.decided()).isEqualTo(3);
  }

  private List<CsvRecord> rejects() throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(run.text("R.csv"))) {
      return reader.stream().skip(1).toList();
    }
  }

  @Test
  @DisplayName("不是 UTF-8 的字节（如 GB18030）只毁掉它所在的行，拒收文件本身仍是 UTF-8")
  void notUtf8() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write((Run.CLAIMS + GOOD + "\n").getBytes(StandardCharsets.UTF_8));
    bytes.write(("张" + GOOD + "\n").getBytes("GB18030"));
    bytes.write(("张" + GOOD + "\n").getBytes(StandardCharsets.UTF_8));
    Summary summary = run.claims(bytes.toByteArray()).run();
    assertThat(summary.rejected()).isEqualTo(1);
    assertThat(rejects().getFirst().getFields()).startsWith("3", "not-utf8");
    assertThat(run.text("V.csv")).endsWith("张c1,payable,\n");
  }

  @Test
  @DisplayName("末尾的空行不是行，中间的空行拒收；CRLF 也一样")
  void emptyLines() throws IOException {
    for (String end : List.of("\n", "\r\n")) {
      Summary summary = run.claims((Run.CLAIMS + "\n" + GOOD + "\n\n\n" + GOOD + "\n\n\n").replace("\n", end)).run();
      assertThat(summary.read()).isEqualTo(5);
      assertThat(rejects()).extracting(r -> r.getField(0) + r.getField(1))
          .containsExactly("2empty-line", "4empty-line", "5empty-line");
    }
    assertThat(run.claims(Run.CLAIMS + GOOD + "\n\n").run().rejected()).isZero();
  }

  @Test
  @DisplayName("空行多得占满许多数据块：末尾的不算，中间的一行不少")
  void manyEmptyLines() throws IOException {
    String empty = "\n".repeat(30_000);
    assertThat(run.claims(Run.CLAIMS + GOOD + "\n" + empty).run().read()).isEqualTo(1);
    Summary summary = run.claims(Run.CLAIMS + GOOD + "\n" + empty + GOOD + "\n").run();
    assertThat(summary.rejected()).isEqualTo(30_000);
    assertThat(rejects().getFirst().getField(0)).isEqualTo("3");
    assertThat(rejects().getLast().getField(0)).isEqualTo("30002");
  }

  @Test
  @DisplayName("未闭合的引号只毁掉自己那一行，后面带引号的行照常判定")
  void unclosedQuote() throws IOException {
    String quoted = "\"c\n2\",2026-05-04T10:00,zhang,h1,outpatient,100\n";
    Summary summary = run.claims(Run.CLAIMS + "\"" + GOOD + "\n" + quoted + GOOD + "\n").run();
    assertThat(summary.rejected()).isEqualTo(1);
    assertThat(run.text("V.csv")).endsWith("\n\"c\n2\",payable,\nc1,payable,\n");
  }

  @Test
  @DisplayName("比数据块还长的一行只算一行，其后照常")
  void hugeLine() throws IOException {
    for (String filler : List.of("x", "\"", ",")) {
      Summary summary = run.claims(Run.CLAIMS + GOOD + "\n" + filler.repeat(100_001) + "\n" + GOOD + "\n").run();
      assertThat(summary.read()).isEqualTo(3);
      assertThat(rejects()).singleElement()
          .satisfies(r -> assertThat(r.getFields()).startsWith("3", "line-too-long"))
          .satisfies(r -> assertThat(r.getField(2)).hasSize(4097).endsWith("…"));
    }
  }

  @Test
  @DisplayName("单独的回车不是行尾：引号外拒收，引号内是文字")
  void loneReturn() throws IOException {
    run.claims(Run.CLAIMS + "c\r" + GOOD + "\n\"c\r\"" + GOOD.substring(2) + "\n").run();
    assertThat(run.text("R.csv")).isEqualTo("line,reason,text\n2,torn,\"c\r" + GOOD + "\"\n");
    assertThat(run.text("V.csv")).isEqualTo("claim_id,verdict,because\n\"c\r\",payable,\n");
  }

  @Test
  @DisplayName("行号是记录的第一个物理行，引号内的换行也计数")
  void lineNumbers() throws IOException {
    String quoted = "\"c\n\n2\",2026-05-04T10:00,zhang,h1,outpatient,100\n";
    run.claims(Run.CLAIMS + quoted + quoted.replace("100\n", "1.0\n") + "bad\n").run();
    assertThat(rejects()).extracting(r -> r.getField(0)).containsExactly("5", "8");
  }
}
