package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.claims.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("中断与续跑")
final class ResumeTest {
  private static final int KILLED = 137;
  private static final MatchOptions OPTIONS =
      new MatchOptions(Verdict.EXCEPTED, 2, ChunkSource.LEAST_CAPACITY).withJournal();

  private Run run;
  private Path folder;

  @BeforeEach
  void folder(@TempDir Path given) {
    folder = given;
    World world = new World(77);
    StringBuilder claims = new StringBuilder();
    String some = world.claims(3000);
    int body = some.indexOf('\n') + 1;
    claims.append(some, 0, body);
    // Journals are written every 256 chunks of 8 KB: some three of them.
    while (claims.length() < 7 << 20) {
      claims.append(some, body, some.length());
      claims.append(some.endsWith("\n") ? "\n\n" : "\n");
    }
    run = new Run(folder).standings(world.standings()).claims(claims.toString());
  }

  /** Runs in a process of its own, and ends it at once, without any farewell, after so many records. */
  static final class Killed {
    public static void main(String[] args) throws IOException {
      Path folder = Path.of(args[0]);
      long after = Long.parseLong(args[1]);
      MatchFiles files = new Run(folder).files();
      MatchRun.run(files, OPTIONS, (stage, bytes, ofBytes, lines) -> {
        if (stage == Progress.Stage.CLAIMS && lines >= after) {
          Runtime.getRuntime().halt(KILLED);
        }
      });
    }
  }

  private int killed(long afterRecords) throws IOException, InterruptedException {
    return child(List.of(), afterRecords);
  }

  private int child(List<String> before, long afterRecords) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp",
        System.getProperty("java.class.path"), Killed.class.getName(), folder.toString(),
        Long.toString(afterRecords)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private List<String> results() throws IOException {
    return List.of(run.text("V.csv"), run.text("R.csv"), run.text("T.json"));
  }

  private List<String> undisturbed() throws IOException {
    Summary summary = run.threads(2).run();
    assertThat(summary.rejected()).isGreaterThan(100);
    List<String> results = results();
    run.forget();
    return results;
  }

  /** How many records a run goes through from here on. */
  private long[] resumed() throws IOException {
    long[] firstAndLast = {-1, 0};
    MatchRun.run(run.files(), OPTIONS, (stage, bytes, ofBytes, lines) -> {
      if (stage == Progress.Stage.CLAIMS) {
        firstAndLast[0] = firstAndLast[0] < 0 ? lines : firstAndLast[0];
        firstAndLast[1] = lines;
      }
    });
    return firstAndLast;
  }

  @Test
  @DisplayName("中途断电两次：结果文件不出现；续跑从日志处继续，三个文件与未中断的一字节不差，不留杂物")
  void killedTwice() throws IOException, InterruptedException {
    List<String> expected = undisturbed();
    long records = expected.get(0).lines().count();
    assertThat(killed(records / 2)).isEqualTo(KILLED);
    assertThat(run.names()).doesNotContain("V.csv", "T.json", "R.csv").contains(".V.csv.journal", ".V.csv.part");
    assertThat(killed(records * 9 / 10)).isEqualTo(KILLED);
    assertThat(run.names()).doesNotContain("V.csv", "T.json", "R.csv");
    long[] passed = resumed();
    assertThat(passed[0]).as("the first records it speaks of").isGreaterThan(records / 2);
    assertThat(results()).isEqualTo(expected);
    assertThat(run.names()).containsExactly("C.csv", "R.csv", "S.csv", "T.json", "V.csv");
  }

  @Test
  @DisplayName("反证：半成品被改短，不续；输入变了，从头来；日志坏了，从头来")
  void changed() throws IOException, InterruptedException {
    List<String> expected = undisturbed();
    long records = expected.get(0).lines().count();
    assertThat(killed(records / 2)).isEqualTo(KILLED);
    byte[] part = Files.readAllBytes(run.path(".V.csv.part"));
    Files.write(run.path(".V.csv.part"), new byte[] {1, 2, 3});
    assertThatThrownBy(this::resumed).isInstanceOf(UnusableInput.class).hasMessageContaining("shorter than");
    Files.write(run.path(".V.csv.part"), part);
    byte[] journal = Files.readAllBytes(run.path(".V.csv.journal"));
    journal[journal.length / 2] ^= 1;
    Files.write(run.path(".V.csv.journal"), journal);
    assertThat(resumed()[0]).isLessThan(records / 4);
    assertThat(results()).isEqualTo(expected);

    run.forget();
    assertThat(killed(records / 2)).isEqualTo(KILLED);
    Files.writeString(run.path("C.csv"), "late,line\n", StandardOpenOption.APPEND);
    assertThat(resumed()[0]).isLessThan(records / 4);
    assertThat(run.text("V.csv")).isEqualTo(expected.get(0));
    assertThat(run.text("R.csv")).endsWith("\"late,line\"\n");
  }

  @Test
  @DisplayName("磁盘写满：清楚地停下，没有结果文件，没有杂物；可续的留下半成品，有了地方接着完成")
  void diskFull() throws IOException, InterruptedException {
    List<String> expected = undisturbed();
    // No file of more than 1,000 blocks of 512 bytes: as a full disk, the verdicts stop in the middle.
    List<String> narrow = List.of("sh", "-c", "ulimit -f 1000; exec \"$0\" \"$@\"");
    assertThat(child(narrow, Long.MAX_VALUE)).isEqualTo(1);
    assertThat(run.names()).doesNotContain("V.csv", "R.csv", "T.json").contains(".V.csv.part");
    assertThat(child(List.of("sh", "-c", "exec \"$0\" \"$@\""), Long.MAX_VALUE)).isZero();
    assertThat(results()).isEqualTo(expected);
    assertThat(run.names()).containsExactly("C.csv", "R.csv", "S.csv", "T.json", "V.csv");
  }

  @Test
  @DisplayName("两个可续的运行不写同一个文件；压缩的输出、管道不能续")
  void refused() throws IOException {
    MatchFiles files = run.files();
    Part part = Part.kept(files.verdicts());
    assertThatThrownBy(this::resumed).isInstanceOf(UnusableInput.class).hasMessageContaining("another run");
    part.close();
    MatchFiles packed = new MatchFiles(files.standings(), files.claims(), run.path("V.csv.gz"), files.summary(), null);
    assertThatThrownBy(() -> MatchRun.run(packed, OPTIONS, Progress.SILENT)).hasMessageContaining("packed output");
    assertThat(resumed()[1]).isPositive();
  }
}
