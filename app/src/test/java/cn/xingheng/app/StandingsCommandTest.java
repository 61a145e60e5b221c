package cn.xingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.match.SnapshotFile;
import cn.xingheng.match.SnapshotNote;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("命令 standings")
final class StandingsCommandTest {
  private static final String FACTS = """
      edition: lianyungang-2012
      given:
        - {on: 2013-01-01, what: signed, person: zhang, at: h1}
      """;
  private static final String FILE = """
      physician_code,institution_code,from,through,standing,because
      zhang,h1,2013-01-01,2014-12-31,effective,
      zhang,h1,2015-01-01,9999-12-31,ended,expired
      """;

  @TempDir
  private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int standings(String text, String... more) throws IOException {
    Path facts = Files.writeString(folder.resolve("facts.yaml"), text);
    String[] words = Stream.concat(Stream.of(facts.toString()), Stream.of(more)).toArray(String[]::new);
    return new CommandLine(new StandingsCommand())
        .setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(words);
  }

  @Test
  @DisplayName("默认写到标准输出；--out 写到文件，两处相同，不留临时文件")
  void written() throws IOException {
    assertThat(standings(FACTS)).isZero();
    assertThat(out).hasToString(FILE);
    Path file = folder.resolve("S.csv");
    assertThat(standings(FACTS, "--out", file.toString())).isZero();
    assertThat(file).hasContent(FILE);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("facts.yaml", "S.csv");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  @DisplayName("只说到某日")
  void through() throws IOException {
    assertThat(standings(FACTS, "--through", "2014-06-30")).isZero();
    assertThat(out.toString()).endsWith("zhang,h1,2013-01-01,2014-06-30,effective,\n");
  }

  @Test
  @DisplayName("文件不能用：2，指明位置和出路，原有的输出不动")
  void unusable() throws IOException {
    Path file = Files.writeString(folder.resolve("S.csv"), "before");
    assertThat(standings(FACTS.replace("person", "persom"), "--out", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("facts.yaml:3").contains("Maybe");
    assertThat(standings(FACTS, "--edition", "lianyungang-2O12")).isEqualTo(2);
    assertThat(standings(FACTS, "--out", folder.resolve("nowhere/S.csv").toString())).isEqualTo(2);
    assertThat(file).hasContent("before");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("facts.yaml", "S.csv");
  }

  @Test
  @DisplayName("不予受理的事实、文件写不下的解释，都会说出来")
  void said() throws IOException {
    assertThat(standings(FACTS + """
          - {on: 2013-02-01, what: suspended, person: zhang, months: 3, served: 2013-02-02}
        """)).isZero();
    assertThat(err.toString()).contains("1 条事实不予受理");
    assertThat(standings("readings: {emergency-at-stopped-institution: refused}\n" + FACTS)).isZero();
    assertThat(err.toString()).contains("--emergency-at-stopped-institution refused");
  }

  @Test
  @DisplayName("打包成快照：记入截止日与规则版本的指纹；版本不识、文件有错：2，不写")
  void pack() throws IOException {
    Path file = Files.writeString(folder.resolve("S.csv"), FILE);
    Path snapshot = folder.resolve("S.xhs");
    String[] words =
        {"pack", file.toString(), "-o", snapshot.toString(), "--as-of", "2026-05-04", "--edition", "no-such"};
    CommandLine command = new CommandLine(new StandingsCommand()).setErr(new PrintWriter(err));
    assertThat(command.execute(words)).isEqualTo(2);
    assertThat(err.toString()).contains("no-such");
    words[words.length - 1] = "lianyungang-2012";
    Files.writeString(file, FILE.replace("2014-12-31", "2012-12-31"));
    assertThat(command.execute(words)).isEqualTo(2);
    assertThat(err.toString()).contains("S.csv, line 2").contains("Maybe");
    assertThat(snapshot).doesNotExist();
    Files.writeString(file, FILE);
    assertThat(command.execute(words)).isZero();
    SnapshotNote note = SnapshotFile.note(snapshot);
    assertThat(note.asOf()).isEqualTo("2026-05-04");
    assertThat(note.editions()).containsOnlyKeys("lianyungang-2012");
    assertThat(note.editions().get("lianyungang-2012")).matches("[0-9a-f]{64}");
  }

  @Test
  @DisplayName("进度行：已完成、总数、速率、剩余时间，至多每秒五次")
  void progress() {
    StringWriter screen = new StringWriter();
    long[] now = {0};
    CaseLine line = new CaseLine(new PrintWriter(screen), () -> now[0], 4000);
    now[0] = 1_000_000_000L;
    line.accept(1000);
    assertThat(screen.toString()).contains("1,000/4,000 案例 cases, 1,000/s, 剩余 left 0:03");
    int length = screen.toString().length();
    now[0] += 1_000_000;
    line.accept(1001);
    assertThat(screen.toString()).hasSize(length);
    line.accept(4000);
    line.end();
    assertThat(screen.toString()).contains("4,000/4,000").endsWith(System.lineSeparator());
  }
}
