package cn.xingheng.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@DisplayName("同一进程里的 Spark：文件的种类、坏的输入、输出的位置")
final class OnePlaceTest {
  private static JavaSparkContext spark;

  @TempDir
  private Path folder;

  private Path standings;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeAll
  static void start() {
    spark = new JavaSparkContext(new SparkConf().setMaster("local[2]").setAppName("test")
        .set("spark.driver.host", "127.0.0.1").set("spark.ui.enabled", "false"));
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @BeforeEach
  void standings() throws IOException {
    standings = Lines.standings(folder);
  }

  private int run(String claims, String... more) {
    List<String> words = new ArrayList<>(List.of("--standings", standings.toString(), "--claims", claims,
        "--out", folder.resolve("out").toString(), "--summary", folder.resolve("T.json").toString(),
        "--split-bytes", "65536"));
    words.addAll(Arrays.asList(more));
    said.reset();
    return ClusterMatch.run(
        Options.of(words.toArray(String[]::new)), spark, new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private String rejects() {
    return folder.resolve("rejects").toString();
  }

  private List<String> names(String of) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(of))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  @DisplayName("一个文件夹里有平常的、gzip 的、zstd 的 CSV：按文件名相接，拒收行各归其文件")
  void severalFiles() throws IOException {
    Random random = new Random(7);
    String verdicts = "";
    List<String> bad = new ArrayList<>();
    for (String name : List.of("a.csv", "b.csv.gz", "c.csv", "d.csv.zst")) {
      Path file = Lines.csv(folder.resolve("claims/" + name), Lines.records(random, 2500, true));
      Lines.Single single = Lines.Single.of(standings, file, folder.resolve("single"));
      verdicts += verdicts.isEmpty() ? single.verdicts() : single.verdicts().split("\n", 2)[1];
      bad.add(single.rejects());
    }
    Files.writeString(folder.resolve("claims/_SUCCESS"), "");
    assertThat(run(folder.resolve("claims").toString(), "--rejects", rejects())).isEqualTo(3);
    assertThat(ClusterTest.joined(folder.resolve("out"))).isEqualTo(verdicts);
    for (int i = 0; i < bad.size(); i++) {
      String ofFile = "";
      for (String name : names("rejects")) {
        ofFile += name.startsWith(String.format("part-%05d-", i)) ? Files.readString(Path.of(rejects(), name)) : "";
      }
      assertThat(ofFile).isEqualTo(bad.get(i));
    }
    assertThat(Files.readAllLines(Path.of(rejects(), "_files.csv"))).hasSize(5)
        .contains("00001,\"" + folder.resolve("claims/b.csv.gz") + "\"");
  }

  @Test
  @DisplayName("猜错的分段重做一次：贴进备注的整行不会被当作行")
  void pasted() throws IOException {
    String line = "c1,2025-10-01T10:00,D34070001,H1,outpatient,1";
    String records = (line + ",\"" + (line + ",x\n").repeat(60) + "\"\n").repeat(200);
    Path file = Lines.csv(folder.resolve("C.csv"), records);
    Lines.Single single = Lines.Single.of(standings, file, folder.resolve("single"));
    assertThat(run(file.toString())).isZero();
    assertThat(ClusterTest.joined(folder.resolve("out"))).isEqualTo(single.verdicts());
    assertThat(Files.readString(folder.resolve("T.json"))).isEqualTo(single.summary()).contains("\"read\": 200,");
  }

  @Test
  @DisplayName("日期重叠的资格文件：不用，说出两行，什么也不留下")
  void overlap() throws IOException {
    Path claims = Lines.csv(folder.resolve("C.csv"), Lines.records(new Random(1), 10, false));
    String rows = Files.readString(standings);
    Files.writeString(standings, rows + "D34070001,H1,2025-01-01,2025-01-02,effective,\n");
    refused(claims.toString(), "S.csv, lines ", "two rows of one physician and institution share a day");
    Files.writeString(standings, rows);
    assertThat(run(claims.toString())).isZero();
  }

  private void refused(String claims, String... why) {
    assertThat(run(claims, "--rejects", rejects())).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains(why).contains("\nMaybe ");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(folder.resolve("rejects")).doesNotExist();
    assertThat(folder.resolve("T.json")).doesNotExist();
  }

  @Test
  @DisplayName("缺列、缺文件、空文件夹、损坏的 gzip、两种格式混在一起：一句话说明，什么也不留下")
  void unusable() throws IOException {
    Path good = Lines.csv(folder.resolve("C.csv"), Lines.records(new Random(1), 10, false));
    Path bad = Files.writeString(folder.resolve("bad.csv"), "claim_id,issued_at\n");
    refused(good + "," + bad, "bad.csv, line 1: column missing 缺少列: physician_code");
    refused(folder.resolve("missing").toString(), "no such file");
    refused(Files.createDirectory(folder.resolve("empty")).toString(), "no file in this folder");
    refused(good + "," + good, "the same file is named twice");
    Path gzip = Lines.csv(folder.resolve("D.csv.gz"), Lines.records(new Random(1), 5000, false));
    byte[] bytes = Files.readAllBytes(gzip);
    Files.write(gzip, Arrays.copyOf(bytes, bytes.length / 2));
    refused(gzip.toString(), "D.csv.gz: cannot be unpacked");
    Path parquet = Lines.csv(folder.resolve("E.parquet"), Lines.records(new Random(1), 10, false));
    refused(good + "," + parquet, "CSV and Parquet in one run");
    Files.write(gzip, bytes);
    assertThat(run(good + "," + gzip, "--rejects", rejects())).isZero();
  }

  @Test
  @DisplayName("输出文件夹里已有东西：不写，原有的留着；汇总处是文件夹：不写")
  void outputs() throws IOException {
    String claims = Lines.csv(folder.resolve("C.csv"), Lines.records(new Random(1), 10, false)).toString();
    Files.createDirectory(folder.resolve("out"));
    Path summary = Files.createDirectory(folder.resolve("T.json"));
    assertThat(run(claims)).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("T.json: is not a plain file");
    Files.delete(summary);
    assertThat(run(claims)).isZero();
    assertThat(run(claims)).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("is not an empty folder");
    assertThat(names("out")).containsExactly("_SUCCESS", "part-00000.csv");
  }

  @Test
  @DisplayName("只有表头的文件：零行，只有表头的结果")
  void headerOnly() throws IOException {
    for (String ending : List.of("csv", "parquet", "csv.gz")) {
      assertThat(run(Lines.csv(folder.resolve("C." + ending), "").toString(), "--rejects", rejects())).isZero();
      assertThat(ClusterTest.joined(folder.resolve("out"))).isEqualTo("claim_id,verdict,because\n");
      assertThat(ClusterTest.joined(Path.of(rejects()))).isEqualTo("line,reason,text\n");
      assertThat(Files.readString(folder.resolve("T.json"))).contains("\"read\": 0,");
      FileUtil.fullyDelete(folder.resolve("out").toFile());
      FileUtil.fullyDelete(Path.of(rejects()).toFile());
    }
  }

  @Test
  @DisplayName("来迟的任务不会把已收走的临时文件夹再建起来")
  void tooLate() throws IOException {
    Storage storage = new Storage(spark.hadoopConfiguration());
    org.apache.hadoop.fs.Path temporary = new org.apache.hadoop.fs.Path(folder.toString(), "_temporary");
    assertThatThrownBy(() -> storage.write(new org.apache.hadoop.fs.Path(temporary, "0-0-0"), new byte[1]))
        .isInstanceOf(IOException.class);
    assertThat(folder.resolve("_temporary")).doesNotExist();
    Files.createDirectory(folder.resolve("_temporary"));
    storage.write(new org.apache.hadoop.fs.Path(temporary, "0-0-0"), new byte[1]);
    assertThat(folder.resolve("_temporary/0-0-0")).hasSize(1);
  }

  @Test
  @DisplayName("Parquet 的行组凑满一段的字节数；一个也不漏")
  void rowGroups() {
    List<Long> rows = List.of(100L, 100L, 100L, 100L, 300L, 10L, 10L);
    assertThat(ClaimFiles.groups(rows, 7200, 2000)).containsExactly(0L, 2L, 4L, 5L, 7L);
    assertThat(ClaimFiles.groups(rows, 7200, 1)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(ClaimFiles.groups(rows, 7200, 9000)).containsExactly(0L, 7L);
    assertThat(ClaimFiles.groups(List.of(), 100, 9000)).containsExactly(0L, 0L);
  }

  @Test
  @DisplayName("解释“机构停保期间的急诊”传到执行进程")
  void reading() throws IOException {
    String claims = Lines.csv(folder.resolve("C.csv"),
        "c1,2025-08-11T10:00,D34070000,H0,emergency,5,\n").toString();
    assertThat(run(claims)).isZero();
    assertThat(Files.readString(folder.resolve("out/part-00000.csv"))).endsWith("\nc1,excepted,institution\n");
    Files.delete(folder.resolve("out/part-00000.csv"));
    Files.delete(folder.resolve("out/_SUCCESS"));
    assertThat(run(claims, "--emergency-at-stopped-institution", "refused")).isZero();
    assertThat(Files.readString(folder.resolve("out/part-00000.csv"))).endsWith("\nc1,refused,institution\n");
  }
}
