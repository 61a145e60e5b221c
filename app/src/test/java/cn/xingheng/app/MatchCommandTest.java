package cn.xingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.match.Progress;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("命令 match")
final class MatchCommandTest {
  private static final String LINE = "c1,2026-05-04T10:00,zhang,h1,emergency,100\n";

  @TempDir
  private Path folder;

  private final StringWriter said = new StringWriter();

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("S.csv"),
        "physician_code,institution_code,from,through,standing,because\n"
            + "zhang,h1,2026-01-01,2026-12-31,suspended,institution\n");
    claims(LINE);
  }

  private void claims(String lines) throws IOException {
    Files.writeString(folder.resolve("C.csv"),
        "claim_id,issued_at,physician_code,institution_code,setting,amount_fen\n" + lines);
  }

  private int match(String... more) {
    List<String> words = new ArrayList<>(List.of("--standings", at("S.csv"), "--claims", at("C.csv"),
        "--out", at("V.csv"), "--summary", at("T.json")));
    words.addAll(Arrays.asList(more));
    said.getBuffer().setLength(0);
    return new CommandLine(new MatchCommand())
        .setOverwrittenOptionsAllowed(true)
        .setErr(new PrintWriter(said))
        .setOut(new PrintWriter(said))
        .execute(words.toArray(String[]::new));
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  @DisplayName("全部判定：0，不多说一个字")
  void done() throws IOException {
    assertThat(match()).isZero();
    assertThat(said.toString()).isEmpty();
    assertThat(Files.readString(folder.resolve("V.csv"))).endsWith("c1,excepted,institution\n");
  }

  @Test
  @DisplayName("机构停保期间急诊的解释可以改；别的词是命令有误：2")
  void reading() throws IOException {
    assertThat(match("--emergency-at-stopped-institution", "refused")).isZero();
    assertThat(Files.readString(folder.resolve("V.csv"))).endsWith("c1,refused,institution\n");
    assertThat(match("--emergency-at-stopped-institution", "payable")).isEqualTo(2);
    assertThat(match("--threads", "0")).isEqualTo(2);
  }

  @Test
  @DisplayName("有拒收行：3，并说去哪里看")
  void rejects() throws IOException {
    claims(LINE + "bad\n");
    assertThat(match()).isEqualTo(3);
    assertThat(said.toString()).contains("\nMaybe run it again with --rejects");
    assertThat(match("--rejects", at("R.csv"))).isEqualTo(3);
    assertThat(Files.readString(folder.resolve("R.csv"))).isEqualTo("line,reason,text\n3,torn,\"bad\"\n");
  }

  @Test
  @DisplayName("zstd、gzip 进出，与明文同样的字节；名不副实：2")
  void packed() throws IOException {
    assertThat(match()).isZero();
    byte[] verdicts = Files.readAllBytes(folder.resolve("V.csv"));
    byte[] claims = Files.readAllBytes(folder.resolve("C.csv"));
    Files.write(folder.resolve("C.csv.zst"), Zstd.compress(claims));
    assertThat(match("--claims", at("C.csv.zst"), "--out", at("V.csv.zst"))).isZero();
    try (InputStream in = new ZstdInputStream(Files.newInputStream(folder.resolve("V.csv.zst")))) {
      assertThat(in.readAllBytes()).isEqualTo(verdicts);
    }
    assertThat(match("--claims", at("C.csv.zst"), "--out", at("V.csv.gz"))).isZero();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("V.csv.gz")))) {
      assertThat(in.readAllBytes()).isEqualTo(verdicts);
    }
    Files.write(folder.resolve("C.csv.zst"), claims);
    assertThat(match("--claims", at("C.csv.zst"))).isEqualTo(2);
    assertThat(said.toString()).contains("C.csv.zst: cannot be unpacked").contains("Maybe ");
    byte[] whole = Zstd.compress(claims);
    Files.write(folder.resolve("C.csv.zst"), Arrays.copyOf(whole, whole.length - 3));
    assertThat(match("--claims", at("C.csv.zst"))).isEqualTo(2);
    assertThat(said.toString()).contains("C.csv.zst: cannot be unpacked");
  }

  @Test
  @DisplayName("快照代替资格文件，判得一样；--resume 走完不留杂物，压缩的输出不能续：2")
  void snapshotAndResume() throws IOException {
    assertThat(match()).isZero();
    String verdicts = Files.readString(folder.resolve("V.csv"));
    assertThat(new CommandLine(new StandingsCommand()).execute("pack", at("S.csv"), "-o", at("S.xhs"))).isZero();
    assertThat(match("--standings", at("S.xhs"), "--resume")).isZero();
    assertThat(Files.readString(folder.resolve("V.csv"))).isEqualTo(verdicts);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("S.csv", "S.xhs", "C.csv", "V.csv", "T.json");
    assertThat(match("--resume", "--out", at("V.csv.gz"))).isEqualTo(2);
    assertThat(said.toString()).contains("\nMaybe ");
  }

  @Test
  @DisplayName("--unique：有重复编号不判，说出行号；没有就照常；与 --resume 不能同用")
  void unique() throws IOException {
    claims(LINE + LINE);
    assertThat(match("--unique")).isEqualTo(2);
    assertThat(said.toString()).contains("lines 2=3").contains("Maybe ");
    assertThat(folder.resolve("V.csv")).doesNotExist();
    assertThat(match()).isZero();
    claims(LINE + LINE.replace("c1", "c2"));
    assertThat(match("--unique")).isZero();
    assertThat(match("--unique", "--resume")).isEqualTo(2);
  }

  @Test
  @DisplayName("输入不能用：2，说出在哪里、为什么、怎么办，什么也不写")
  void unusable() throws IOException {
    Files.delete(folder.resolve("C.csv"));
    assertThat(match()).isEqualTo(2);
    assertThat(said.toString()).contains("C.csv").contains("\nMaybe ");
    assertThat(folder.resolve("V.csv")).doesNotExist();
    assertThat(folder.resolve("T.json")).doesNotExist();
  }

  @Test
  @DisplayName("进度条：两个阶段，速率，剩余时间，至多每秒五次")
  void bar() {
    StringWriter screen = new StringWriter();
    long[] now = {0};
    ProgressBar bar = new ProgressBar(new PrintWriter(screen), () -> now[0]);
    bar.advanced(Progress.Stage.STANDINGS, 1000, 1000, 10);
    now[0] = 2_000_000_000L;
    bar.advanced(Progress.Stage.CLAIMS, 1 << 20, 4 << 20, 1000);
    assertThat(screen.toString()).contains("standings [██████████████████████████████] 100% 10 行 lines");
    now[0] += 2_000_000_000L;
    bar.advanced(Progress.Stage.CLAIMS, 2 << 20, 4 << 20, 20_000);
    assertThat(screen.toString()).contains("50% 20,000 行 lines, 5,000/s, 剩余 left 0:0");
    int length = screen.toString().length();
    now[0] += 1_000_000;
    bar.advanced(Progress.Stage.CLAIMS, 3 << 20, 4 << 20, 30_000);
    assertThat(screen.toString()).hasSize(length);
    bar.advanced(Progress.Stage.CLAIMS, 4 << 20, 4 << 20, 40_000);
    assertThat(screen.toString()).contains("100% 40,000 行 lines").doesNotEndWith(System.lineSeparator());
    bar.end();
    assertThat(screen.toString()).endsWith(System.lineSeparator());
  }

  @Test
  @DisplayName("不知道有多大（管道）也有速率")
  void pipe() {
    StringWriter screen = new StringWriter();
    long[] now = {0};
    ProgressBar bar = new ProgressBar(new PrintWriter(screen), () -> now[0]);
    now[0] = 1_000_000_000L;
    bar.advanced(Progress.Stage.STANDINGS, 1000, -1, 500);
    assertThat(screen.toString()).contains("standings 500 行 lines, 500/s");
  }
}
