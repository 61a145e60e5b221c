package cn.xingheng.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.formats.Formats;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
@DisplayName("真集群：一个主进程、两个工作进程")
final class ClusterTest {
  private static final int LINES = 24_000;
  private static final int FILES = 16;

  @TempDir
  private static Path folder;

  private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());

  private static LocalCluster cluster;
  private static Path standings;

  @BeforeAll
  static void start() throws IOException {
    standings = Lines.standings(folder);
    cluster = new LocalCluster();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    cluster.close();
  }

  /** The claims of a run, and what a single machine makes of them. */
  private record Claims(Path path, Lines.Single single) {
    /** One file of CSV with faults, or a folder of Parquet without. */
    static Claims of(String kind, Path folder) throws IOException {
      Random random = new Random(20261122);
      String all = "";
      for (int i = 0; kind.equals("parquet") && i < FILES; i++) {
        String records = Lines.records(random, LINES / FILES, false);
        Lines.csv(folder.resolve(String.format("claims/%02d.parquet", i)), records);
        all += records;
      }
      all = all.isEmpty() ? Lines.records(random, LINES, true) : all;
      Path whole = Lines.csv(folder.resolve("whole." + kind), all);
      Path claims = kind.equals("parquet") ? folder.resolve("claims") : whole;
      return new Claims(claims, Lines.Single.of(standings, whole, folder.resolve("single")));
    }

    /** Of several files each has a header. */
    String rejects() {
      return Files.isDirectory(path) ? single.rejects().repeat(FILES) : single.rejects();
    }
  }

  private static Options options(String scheme, Path claims, Path to) {
    return Options.of("--standings", standings.toString(), "--claims", scheme + ":" + claims,
        "--out", to.resolve("out").toString(), "--summary", to.resolve("T.json").toString(),
        "--rejects", to.resolve("rejects").toString(), "--split-bytes", "131072");
  }

  private static SparkConf conf(Path gate) {
    String ours = LocalCluster.ours().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return new SparkConf().setMaster(cluster.url()).setAppName("test")
        .set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1")
        .set("spark.ui.enabled", "false").set("spark.executor.memory", "512m").set("spark.executor.cores", "1")
        .set("spark.executor.extraJavaOptions", "-XX:+UseSerialGC").set("spark.executor.extraClassPath", ours)
        .set("spark.local.dir", folder.resolve("driver").toString())
        .set("spark.hadoop.fs." + GatedFileSystem.SCHEME + ".impl", GatedFileSystem.class.getName())
        .set("spark.hadoop." + GatedFileSystem.GATE, gate.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "parquet"})
  @DisplayName("运行途中用 SIGKILL 结束一个工作进程及其执行进程：结果与单机一字节不差")
  void killed(String kind, @TempDir Path to) throws Exception {
    Claims claims = Claims.of(kind, to);
    cluster.workers(2);
    Path gate = Files.createFile(to.resolve("gate"));
    Heard heard = new Heard();
    try (FileChannel channel = FileChannel.open(gate, StandardOpenOption.WRITE);
        JavaSparkContext spark = new JavaSparkContext(conf(gate))) {
      spark.sc().addSparkListener(heard);
      FileLock lock = channel.lock();
      CompletableFuture<Integer> run = CompletableFuture.supplyAsync(() ->
          ClusterMatch.run(options(GatedFileSystem.SCHEME, claims.path(), to), spark, SILENT));
      assertThat(heard.twoHeld.await(90, TimeUnit.SECONDS)).as("both executors are in the midst of a task").isTrue();
      assertThat(cluster.kill()).as("a worker and its executor").isGreaterThanOrEqualTo(2);
      assertThat(heard.oneRemoved.await(90, TimeUnit.SECONDS)).isTrue();
      assertThat(run).isNotDone();
      assertThat(to.resolve("out/part-00000." + kind)).doesNotExist();
      lock.release();
      assertThat(run.get(120, TimeUnit.SECONDS)).isEqualTo(kind.equals("csv") ? 3 : 0);
    }
    assertThat(heard.removed).hasValue(1);
    assertThat(heard.lost).as("tasks that were running there").hasPositiveValue();
    assertThat(heard.again).as("tasks that ran again").hasPositiveValue();
    same(claims, to);
  }

  /** The outputs in that folder are what the single machine wrote, and no other file stands there. */
  private static void same(Claims claims, Path to) throws IOException {
    assertThat(names(to.resolve("out"))).contains("_SUCCESS")
        .allMatch(name -> name.matches("_SUCCESS|part-[0-9]{5}.*"));
    assertThat(joined(to.resolve("out"))).isEqualTo(claims.single().verdicts());
    assertThat(joined(to.resolve("rejects"))).isEqualTo(claims.rejects());
    assertThat(Files.readString(to.resolve("T.json"))).isEqualTo(claims.single().summary());
  }

  private static List<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** The parts in their order; of Parquet the rows as CSV. */
  static String joined(Path parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<String> columns = List.of("claim_id", "verdict", "because");
    for (String name : names(parts)) {
      Path part = parts.resolve(name);
      if (name.endsWith(".parquet")) {
        try (InputStream rows = new Formats().rows(part, columns, bytes -> { })) {
          rows.skipNBytes(all.size() == 0 ? 0 : String.join(",", columns).length() + 1);
          rows.transferTo(all);
        }
      } else if (name.startsWith("part-")) {
        Files.copy(part, all);
      }
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("反证：无人被结束时没有任务重做；改动一个字节就比得出")
  void quiet(@TempDir Path to) throws Exception {
    Claims claims = Claims.of("csv", to);
    cluster.workers(1);
    Heard heard = new Heard();
    try (JavaSparkContext spark = new JavaSparkContext(conf(to))) {
      spark.sc().addSparkListener(heard);
      assertThat(ClusterMatch.run(options("file", claims.path(), to), spark, SILENT)).isEqualTo(3);
    }
    assertThat(heard.done).hasValueGreaterThan(GatedFileSystem.FIRST_HELD);
    assertThat(List.of(heard.removed.get(), heard.lost.get(), heard.again.get())).containsOnly(0);
    same(claims, to);
    Path part = to.resolve("out/part-00003.csv");
    byte[] bytes = Files.readAllBytes(part);
    bytes[bytes.length / 2] ^= 1;
    Files.write(part, bytes);
    assertThat(joined(to.resolve("out"))).isNotEqualTo(claims.single().verdicts());
  }

  @Test
  @DisplayName("用 spark-submit 提交只含本项目类的 jar：结果与退出码同单机")
  void submitted(@TempDir Path to) throws Exception {
    Claims claims = Claims.of("csv", to);
    cluster.workers(1);
    Path jar = OwnJar.write(to.resolve("xingheng-cluster.jar"));
    Process submit = cluster.submit("--master", cluster.url(), "--class", ClusterMatch.class.getName(),
        "--conf", "spark.driver.host=127.0.0.1", "--conf", "spark.ui.enabled=false",
        "--conf", "spark.executor.memory=512m", "--conf", "spark.executor.extraJavaOptions=-XX:+UseSerialGC",
        jar.toString(), "--standings", standings.toString(), "--claims", claims.path().toString(),
        "--out", to.resolve("out").toString(), "--summary", to.resolve("T.json").toString(),
        "--rejects", to.resolve("rejects").toString(), "--split-bytes", "500000");
    submit.inputReader().lines().forEach(said -> { });
    assertThat(submit.waitFor()).as(cluster.submitErrors()).isEqualTo(3);
    assertThat(cluster.submitErrors()).contains("拒收").contains("correct the lines in ");
    same(claims, to);
  }
}
