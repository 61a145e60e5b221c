package cn.xingheng.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.match.MatchFiles;
import cn.xingheng.match.MatchOptions;
import cn.xingheng.match.MatchRun;
import cn.xingheng.match.Progress;
import cn.xingheng.match.UnusableInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("判定与拒收写成 Parquet")
final class ParquetVerdictsTest {
  @TempDir
  Path folder;

  @BeforeEach
  void inputs() throws IOException {
    Files.writeString(folder.resolve("s.csv"), Lines.STANDINGS);
    Files.write(folder.resolve("c.csv"), Lines.csv(new Lines(7).some(70_000, false)));
  }

  private MatchFiles files(String verdicts, String summary, String rejects) {
    return new MatchFiles(folder.resolve("s.csv"), folder.resolve("c.csv"), folder.resolve(verdicts),
        folder.resolve(summary), folder.resolve(rejects));
  }

  private static MatchOptions options() {
    return MatchOptions.of(Verdict.EXCEPTED, 2).with(new Formats());
  }

  private static String field(Group row, int column) {
    return row.getType().getType(column).asPrimitiveType().getPrimitiveTypeName().name().equals("INT64")
        ? Long.toString(row.getLong(column, 0)) : row.getString(column, 0);
  }

  /** The rows as the CSV that they should be. */
  private static String csv(List<Group> rows, String header, boolean lastInQuotes) {
    StringBuilder csv = new StringBuilder(header).append('\n');
    for (Group row : rows) {
      String last = field(row, 2);
      csv.append(quoted(field(row, 0))).append(',').append(field(row, 1)).append(',')
          .append(lastInQuotes ? "\"" + last.replace("\"", "\"\"") + "\"" : last).append('\n');
    }
    return csv.toString();
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  @Test
  @DisplayName("原库读出的行与 CSV 的行逐一相同")
  void theLibraryReadsTheSameRows() throws IOException {
    MatchRun.run(files("v.csv", "v.json", "r.csv"), options(), Progress.SILENT);
    MatchRun.run(files("v.parquet", "p.json", "r.parquet"), options(), Progress.SILENT);

    assertThat(csv(Parquet.read(folder.resolve("v.parquet")), "claim_id,verdict,because", false))
        .isEqualTo(Files.readString(folder.resolve("v.csv")));
    assertThat(csv(Parquet.read(folder.resolve("r.parquet")), "line,reason,text", true))
        .isEqualTo(Files.readString(folder.resolve("r.csv")));
    assertThat(folder.resolve("p.json")).hasSameBinaryContentAs(folder.resolve("v.json"));
    assertThat(Files.size(folder.resolve("v.parquet"))).isLessThan(Files.size(folder.resolve("v.csv")) / 2);
  }

  @Test
  @DisplayName("没有一行时也是完整的文件")
  void noRows() throws IOException {
    Files.writeString(folder.resolve("c.csv"), String.join(",", Lines.COLUMNS) + "\n");
    MatchRun.run(files("v.parquet", "v.json", "r.parquet"), options(), Progress.SILENT);
    assertThat(Parquet.read(folder.resolve("v.parquet"))).isEmpty();
    assertThat(Parquet.read(folder.resolve("r.parquet"))).isEmpty();
  }

  @Test
  @DisplayName("多个行组；任意切开地写，得到同样的字节")
  void pieces() throws IOException {
    StringBuilder csv = new StringBuilder("claim_id,verdict,because\n");
    int rows = 1_100_000;
    for (int i = 0; i < rows; i++) {
      csv.append(i % 9 == 0 ? "\"a,\"\"b\n" + i + "\"" : "C" + i);
      csv.append(i % 3 == 0 ? ",payable,\n" : ",refused,points\n");
    }
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    byte[] whole = written(bytes, bytes.length);
    assertThat(written(bytes, 1009)).isEqualTo(whole);
    Path file = folder.resolve("v.parquet");
    Files.write(file, whole);
    List<Group> read = Parquet.read(file);
    assertThat(read).hasSize(rows);
    assertThat(field(read.getLast(), 0)).isEqualTo("C" + (rows - 1));
    assertThat(field(read.get(9 * 100_000), 0)).isEqualTo("a,\"b\n900000");
    assertThat(field(read.get(1), 2)).isEqualTo("points");
  }

  private static byte[] written(byte[] csv, int piece) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = ParquetVerdicts.to(file)) {
      for (int at = 0; at < csv.length; at += piece) {
        out.write(csv, at, Math.min(piece, csv.length - at));
      }
    }
    return file.toByteArray();
  }

  @Test
  @DisplayName("续跑不写 Parquet，汇总不是表格；都不留下文件")
  void refused() throws IOException {
    assertThatThrownBy(() -> MatchRun.run(files("v.parquet", "v.json", "r.csv"), options().withJournal(),
        Progress.SILENT)).isInstanceOf(UnusableInput.class).hasMessageContaining("a packed output cannot be");
    assertThatThrownBy(() -> MatchRun.run(files("v.csv", "v.parquet", "r.csv"), options(), Progress.SILENT))
        .isInstanceOf(UnusableInput.class).hasMessageContaining("a summary is no table");
    Path claims = folder.resolve("c.parquet");
    Files.writeString(claims, "no");
    MatchFiles damaged = new MatchFiles(folder.resolve("s.csv"), claims, folder.resolve("v.parquet"),
        folder.resolve("v.json"), folder.resolve("r.parquet"));
    assertThatThrownBy(() -> MatchRun.run(damaged, options(), Progress.SILENT)).isInstanceOf(UnusableInput.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("s.csv", "c.csv",
          "c.parquet");
    }
  }

  @Test
  @DisplayName("资格状态也可为 Parquet；重叠照样拒绝，续跑可读 Parquet，进度走到头")
  void standingsAndResume() throws IOException {
    Path table = folder.resolve("s.parquet");
    List<String> rows = Lines.STANDINGS.lines().skip(1).toList();
    writeStandings(table, rows);
    MatchRun.run(files("v.csv", "v.json", "r.csv"), options(), Progress.SILENT);
    MatchFiles same = new MatchFiles(table, folder.resolve("c.csv"), folder.resolve("p.csv"), folder.resolve("p.json"),
        folder.resolve("p.rejects.csv"));
    long[] last = new long[2];
    MatchRun.run(same, options().withJournal(), (stage, bytes, of, records) -> {
      if (stage == Progress.Stage.STANDINGS) {
        last[0] = bytes;
        last[1] = of;
      }
    });
    assertThat(folder.resolve("p.csv")).hasSameBinaryContentAs(folder.resolve("v.csv"));
    assertThat(last[0]).isPositive().isLessThanOrEqualTo(last[1]);

    writeStandings(table, Stream.concat(rows.stream(), Stream.of("P1,H1,2021-01-01,2021-02-01,effective,")).toList());
    assertThatThrownBy(() -> MatchRun.run(same, options(), Progress.SILENT)).isInstanceOf(UnusableInput.class)
        .hasMessageContaining("s.parquet, lines 2 and 7").hasMessageContaining("share a day");
  }

  private static void writeStandings(Path file, List<String> rows) throws IOException {
    var schema = Parquet.schema("required binary because (STRING); required binary standing (STRING); required int32"
        + " from (DATE); required int32 through (DATE); required binary institution_code (STRING);"
        + " required binary physician_code (STRING);");
    Parquet.write(file, schema, Parquet.Style.PLAIN, rows.stream().map(row -> row.split(",", -1)).map(row ->
        Parquet.row(schema).append("physician_code", row[0]).append("institution_code", row[1])
            .append("from", (int) LocalDate.parse(row[2]).toEpochDay())
            .append("through", (int) LocalDate.parse(row[3]).toEpochDay())
            .append("standing", row[4]).append("because", row[5])).toList());
  }
}
