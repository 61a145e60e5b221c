package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("一次运行的文件")
final class RunFilesTest {
  private static final String ROWS = Run.STANDINGS + "zhang,h1,2026-01-01,2026-12-31,effective,\n";
  private static final String LINES = Run.CLAIMS
      + "c1,2026-05-04T10:00,zhang,h1,outpatient,100\n"
      + "c2,2027-05-04T10:00,zhang,h1,emergency,-30\n"
      + "c3,2027-05-04T10:00,li,h2,outpatient,9223372036854775807\n"
      + "c4,2027-05-04T10:00,li,\"h\\\"\"2\",outpatient,9223372036854775807\n"
      + "bad\n";

  private Run run;

  @BeforeEach
  void folder(@TempDir Path folder) {
    run = new Run(folder).standings(ROWS).claims(LINES);
  }

  private static void refused(ThrowingCallable what, String... parts) {
    assertThatThrownBy(what).isInstanceOf(UnusableInput.class).hasMessageContainingAll(parts)
        .hasMessageContaining(System.lineSeparator() + "Maybe ");
  }

  @Test
  @DisplayName("四个文件各是这样，合计超出 64 位也精确")
  void whole() throws IOException {
    Summary summary = run.run();
    assertThat(run.names()).containsExactly("C.csv", "R.csv", "S.csv", "T.json", "V.csv");
    assertThat(run.text("V.csv")).isEqualTo("""
        claim_id,verdict,because
        c1,payable,
        c2,excepted,not-signed
        c3,refused,unknown-code
        c4,refused,unknown-code
        """);
    assertThat(run.text("R.csv")).isEqualTo("line,reason,text\n6,torn,\"bad\"\n");
    assertThat(run.text("T.json")).isEqualTo(summary.toJson()).isEqualTo("""
        {
          "read": 5,
          "decided": 4,
          "rejected": 1,
          "fen": 18446744073709551684,
          "byVerdict": {
            "payable": {"lines": 1, "fen": 100},
            "refused": {"lines": 2, "fen": 18446744073709551614},
            "excepted": {"lines": 1, "fen": -30}
          },
          "byCause": {
            "unknown-code": {"lines": 2, "fen": 18446744073709551614},
            "not-signed": {"lines": 1, "fen": -30}
          },
          "byInstitution": {
            "h1": {"lines": 2, "fen": 70},
            "h2": {"lines": 1, "fen": 9223372036854775807},
            "h\\\\\\"2": {"lines": 1, "fen": 9223372036854775807}
          }
        }
        """);
  }

  @Test
  @DisplayName("不要拒收文件也照样计数")
  void withoutRejects() throws IOException {
    assertThat(run.withoutRejects().run().rejected()).isEqualTo(1);
    assertThat(run.names()).containsExactly("C.csv", "S.csv", "T.json", "V.csv");
  }

  @Test
  @DisplayName("只有表头的文件：零行，合计为空")
  void headerOnly() throws IOException {
    Summary summary = run.standings(Run.STANDINGS.strip()).claims(Run.CLAIMS).run();
    assertThat(summary.read()).isZero();
    assertThat(run.text("T.json")).contains("\"byVerdict\": {},", "\"fen\": 0,");
    assertThat(run.text("R.csv")).isEqualTo("line,reason,text\n");
  }

  @Test
  @DisplayName("缺列、重复列、空文件、没有表头：不用，原有结果原样留着")
  void header() throws IOException {
    run.run();
    String before = run.text("V.csv");
    run.claims(LINES.replace("claim_id,", "claim,"));
    refused(run::run, "C.csv, line 1", "claim_id");
    run.claims(LINES.replace("claim_id,", "setting,"));
    refused(run::run, "C.csv, line 1", "setting");
    run.claims("");
    refused(run::run, "C.csv");
    run.claims("\n" + LINES);
    refused(run::run, "C.csv, line 1");
    run.claims(LINES).standings("");
    refused(run::run, "S.csv");
    run.standings(ROWS.replace("because", "cause"));
    refused(run::run, "S.csv, line 1", "because");
    assertThat(run.text("V.csv")).isEqualTo(before);
    assertThat(run.names()).containsExactly("C.csv", "R.csv", "S.csv", "T.json", "V.csv");
    run.standings(ROWS);
    assertThat(run.run().read()).isEqualTo(5);
  }

  @Test
  @DisplayName("文件不在、是文件夹、输出文件夹不在：不用，什么也不写")
  void paths() throws IOException {
    MatchFiles good = run.files();
    Path missing = run.path("missing");
    Path folder = Files.createDirectory(run.path("folder"));
    refused(() -> run.run(new MatchFiles(missing, good.claims(), good.verdicts(), good.summary(), null)), "missing");
    refused(() -> run.run(new MatchFiles(good.standings(), folder, good.verdicts(), good.summary(), null)), "folder");
    refused(() -> run.run(new MatchFiles(good.standings(), good.claims(), missing.resolve("V"), good.summary(), null)),
        "missing");
    refused(() -> run.run(new MatchFiles(good.standings(), good.claims(), good.verdicts(), folder, null)), "folder");
    assertThat(run.names()).containsExactly("C.csv", "S.csv", "folder");
    assertThat(run.run(good).read()).isEqualTo(5);
  }

  @Test
  @DisplayName("同一文件用了两次，哪怕经由链接：不用，输入原样留着")
  void sameFile() throws IOException {
    MatchFiles good = run.files();
    Path link = Files.createSymbolicLink(run.path("link"), good.claims());
    Path hard = Files.createLink(run.path("hard"), good.standings());
    Path detour = run.path("x/../V.csv");
    refused(() -> run.run(new MatchFiles(good.standings(), good.claims(), link, good.summary(), null)), "link");
    refused(() -> run.run(new MatchFiles(good.standings(), good.claims(), hard, good.summary(), null)), "hard");
    refused(() -> run.run(new MatchFiles(good.standings(), good.claims(), good.verdicts(), detour, null)), "V.csv");
    assertThat(run.text("C.csv")).isEqualTo(LINES);
    assertThat(run.text("S.csv")).isEqualTo(ROWS);
    assertThat(run.run(good).read()).isEqualTo(5);
  }

  @Test
  @DisplayName("读取期间变长的文件：不用，什么也不写")
  void growing() throws IOException {
    run.claims(LINES + LINES.substring(Run.CLAIMS.length()).repeat(500));
    boolean[] grown = {false};
    Progress grow = (stage, bytes, ofBytes, lines) -> {
      if (stage == Progress.Stage.CLAIMS && !grown[0]) {
        grown[0] = true;
        append(run.path("C.csv"));
      }
    };
    MatchOptions options = new MatchOptions(cn.xingheng.core.claims.Verdict.EXCEPTED, 1, ChunkSource.LEAST_CAPACITY);
    refused(() -> MatchRun.run(run.files(), options, grow), "C.csv", "changed");
    assertThat(grown[0]).isTrue();
    assertThat(run.names()).containsExactly("C.csv", "S.csv");
    assertThat(MatchRun.run(run.files(), options, Progress.SILENT).rejected()).isEqualTo(502);
  }

  private static void append(Path file) {
    try {
      Files.writeString(file, "late\n", java.nio.file.StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  @Test
  @DisplayName("进度：两个阶段，字节只增不减，最后都读完")
  void progress() throws IOException {
    run.claims(LINES + LINES.substring(Run.CLAIMS.length()).repeat(500));
    long[] last = {0, 0};
    long[] total = {0, 0};
    MatchRun.run(run.files(), new MatchOptions(cn.xingheng.core.claims.Verdict.EXCEPTED, 2, ChunkSource.LEAST_CAPACITY),
        (stage, bytes, ofBytes, lines) -> {
          int i = stage == Progress.Stage.STANDINGS ? 0 : 1;
          assertThat(bytes).isGreaterThanOrEqualTo(last[i]);
          last[i] = bytes;
          total[i] = lines;
        });
    assertThat(last).containsExactly(Files.size(run.path("S.csv")), Files.size(run.path("C.csv")));
    assertThat(total).containsExactly(1, 5 + 500 * 5);
  }
}
