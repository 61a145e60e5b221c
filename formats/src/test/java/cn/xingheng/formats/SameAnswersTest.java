package cn.xingheng.formats;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.match.MatchFiles;
import cn.xingheng.match.MatchOptions;
import cn.xingheng.match.MatchRun;
import cn.xingheng.match.Progress;
import cn.xingheng.match.Summary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("同样的数据，CSV 与 Parquet 结果逐字节相同")
final class SameAnswersTest {
  private static final int LINES = 4000;

  @TempDir
  Path folder;

  record Case(long seed, Parquet.Style style, boolean typed) {}

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (CompressionCodecName codec : List.of(CompressionCodecName.UNCOMPRESSED, CompressionCodecName.SNAPPY,
        CompressionCodecName.GZIP, CompressionCodecName.ZSTD, CompressionCodecName.LZ4_RAW)) {
      for (WriterVersion version : WriterVersion.values()) {
        for (boolean dictionary : new boolean[] {true, false}) {
          boolean typed = cases.size() % 3 == 0;
          long groupBytes = cases.size() % 2 == 0 ? 20_000 : 1 << 24;
          cases.add(new Case(cases.size(), new Parquet.Style(codec, version, dictionary, groupBytes), typed));
        }
      }
    }
    return cases.stream();
  }

  private static String type(String column, boolean typed) {
    if (typed && column.equals("issued_at")) {
      return "int64 issued_at (TIMESTAMP(MICROS,true))";
    }
    return typed && column.equals("amount_fen") ? "int64 amount_fen" : "binary " + column + " (STRING)";
  }

  private Path parquet(Case one, List<byte[] @Nullable []> lines) throws IOException {
    List<String> columns = new ArrayList<>(Lines.COLUMNS);
    columns.add("further");
    Collections.shuffle(columns, new Random(one.seed()));
    StringBuilder schema = new StringBuilder();
    columns.forEach(column -> schema.append("optional ").append(type(column, one.typed())).append(";"));
    MessageType message = Parquet.schema(schema.toString());
    List<Group> rows = new ArrayList<>();
    for (byte[][] line : lines) {
      Group row = Parquet.row(message);
      row.append("further", "x".repeat(rows.size() % 50));
      for (int i = 0; i < line.length; i++) {
        append(row, Lines.COLUMNS.get(i), line[i], one.typed());
      }
      rows.add(row);
    }
    Path file = folder.resolve("c.parquet");
    Parquet.write(file, message, one.style(), rows);
    return file;
  }

  private static void append(Group row, String column, byte @Nullable [] text, boolean typed) {
    if (text == null) {
      return;
    }
    String said = new String(text, StandardCharsets.UTF_8);
    if (typed && column.equals("amount_fen")) {
      row.append(column, Long.parseLong(said));
    } else if (typed && column.equals("issued_at")) {
      row.append(column, LocalDateTime.parse(said).toEpochSecond(ZoneOffset.ofHours(8)) * 1_000_000);
    } else {
      row.append(column, Binary.fromConstantByteArray(text));
    }
  }

  private Summary run(Path claims, String name) throws IOException {
    Path standings = folder.resolve("s.csv");
    Files.writeString(standings, Lines.STANDINGS);
    MatchFiles files = new MatchFiles(standings, claims, folder.resolve(name + ".csv"), folder.resolve(name + ".json"),
        folder.resolve(name + ".rejects.csv"));
    return MatchRun.run(files, MatchOptions.of(Verdict.EXCEPTED, 2).with(new Formats()), Progress.SILENT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("各种压缩、版本、字典、行组、列序、空值与坏值")
  void sameBytes(Case one) throws IOException {
    List<byte[] @Nullable []> lines = new Lines(one.seed()).some(LINES, one.typed());
    Path csv = folder.resolve("c.csv");
    Files.write(csv, Lines.csv(lines));
    Summary plain = run(csv, "plain");
    Summary table = run(parquet(one, lines), "table");

    for (String end : List.of(".csv", ".json", ".rejects.csv")) {
      assertThat(folder.resolve("table" + end)).hasSameBinaryContentAs(folder.resolve("plain" + end));
    }
    assertThat(table).isEqualTo(plain);
    // The data are worth it: much is decided, much is not, for many reasons.
    assertThat(table.decided()).isGreaterThan(LINES / 2L);
    assertThat(table.rejected()).isGreaterThan(100);
    assertThat(Files.readString(folder.resolve("table.rejects.csv")))
        .contains(",nul,", ",not-utf8,", ",no-claim-id,", ",claim-id-too-long,", ",unknown-setting,",
            ",impossible-time,", ",line-too-long,");
  }

  @Test
  @DisplayName("对照：改动一个值，结果就不同")
  void anotherValueIsSeen() throws IOException {
    Case one = cases().findFirst().orElseThrow();
    List<byte[] @Nullable []> lines = new Lines(1).some(LINES, true);
    run(parquet(one, lines), "one");
    lines.getLast()[0] = "other".getBytes(StandardCharsets.UTF_8);
    run(parquet(one, lines), "other");
    assertThat(Files.readAllBytes(folder.resolve("other.csv")))
        .isNotEqualTo(Files.readAllBytes(folder.resolve("one.csv")));
  }

  @Test
  @DisplayName("按行组分段读取，接起来与整个文件相同")
  void rangesJoinToTheWhole() throws IOException {
    Path file = parquet(new Case(5, new Parquet.Style(CompressionCodecName.ZSTD, WriterVersion.PARQUET_2_0, true,
        20_000), false), new Lines(5).some(LINES, false));
    try (ParquetClaims claims = ParquetClaims.open("c", new LocalInputFile(file))) {
      int groups = claims.rowGroups().size();
      assertThat(groups).isGreaterThan(5);
      assertThat(claims.rowGroups().stream().mapToLong(Long::longValue).sum()).isEqualTo(LINES);
      byte[] whole = claims.csv(0, groups).readAllBytes();
      byte[] first = claims.csv(0, 2).readAllBytes();
      byte[] rest = claims.csv(2, groups).readAllBytes();
      assertThat(first.length).isPositive();
      InputStream joined = new SequenceInputStream(new ByteArrayInputStream(first),
          new ByteArrayInputStream(rest));
      assertThat(joined.readAllBytes()).isEqualTo(whole);
      assertThat(claims.csv(3, 3).readAllBytes()).isEmpty();
    }
  }

  @Test
  @DisplayName("超长的行即使含换行，也只是一行拒收")
  void aRowThatIsTooLongIsOneReject() throws IOException {
    List<byte[] @Nullable []> lines = new Lines(2).some(20, true);
    for (byte[][] line : lines) {
      line[0] = "id".getBytes(StandardCharsets.UTF_8);
      line[1] = "2026-01-01T10:00".getBytes(StandardCharsets.UTF_8);
      line[2] = "P1".getBytes(StandardCharsets.UTF_8);
      line[3] = "H1".getBytes(StandardCharsets.UTF_8);
      line[4] = "outpatient".getBytes(StandardCharsets.UTF_8);
      line[5] = "1".getBytes(StandardCharsets.UTF_8);
    }
    lines.get(7)[2] = "a\n\"b\",".repeat(900).getBytes(StandardCharsets.UTF_8);
    lines.get(9)[0] = "\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    Summary summary = run(parquet(cases().findFirst().orElseThrow(), lines), "long");
    assertThat(summary.read()).isEqualTo(20);
    assertThat(summary.decided()).isEqualTo(18);
    assertThat(Files.readString(folder.resolve("long.rejects.csv"))).contains("\n9,line-too-long,\"",
        "\n11,line-too-long,\"");
  }
}
