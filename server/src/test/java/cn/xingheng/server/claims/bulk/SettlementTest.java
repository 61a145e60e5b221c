package cn.xingheng.server.claims.bulk;

import static cn.xingheng.server.claims.bulk.SettlementWorld.AREA;
import static cn.xingheng.server.claims.bulk.SettlementWorld.BESIDE;
import static cn.xingheng.server.claims.bulk.SettlementWorld.HEADER;
import static cn.xingheng.server.claims.bulk.SettlementWorld.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.match.MatchFiles;
import cn.xingheng.match.MatchOptions;
import cn.xingheng.match.MatchRun;
import cn.xingheng.match.Progress;
import cn.xingheng.server.claims.StandingsDesk;
import cn.xingheng.server.house.Job;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("浏览器里的批量结算")
class SettlementTest {
  private static final Pattern ROW = Pattern.compile("/lines/(\\d+)\">");
  private final SettlementWorld world = SettlementWorld.get();

  @TempDir
  private Path folder;

  private List<String> codes() {
    List<String> codes = new ArrayList<>();
    IntStream.range(0, 12).forEach(i -> codes.add(world.physician(i % 4 == 0)));
    return codes;
  }

  private static byte[] file(List<String> lines) {
    return (HEADER + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** What the command says of the same file against the standings of this moment. */
  private Map<String, String> command(byte[] file) throws IOException {
    Path claims = Files.write(folder.resolve("C.csv"), file);
    Path standings = folder.resolve("S.csv");
    try (Writer out = Files.newBufferedWriter(standings)) {
      HOUSE.bean(StandingsDesk.class).export(null, "S.csv", out, done -> {});
    }
    MatchFiles files =
        new MatchFiles(
            standings, claims, folder.resolve("verdicts.csv"), folder.resolve("summary.json"),
            folder.resolve("rejects.csv"));
    MatchRun.run(files, MatchOptions.of(Verdict.EXCEPTED, 2), Progress.SILENT);
    Map<String, String> said = new LinkedHashMap<>();
    for (String name : List.of("verdicts.csv", "summary.json", "rejects.csv")) {
      said.put(name, Files.readString(folder.resolve(name)));
    }
    return said;
  }

  private static Map<String, String> downloads(Clerk clerk, String run) throws Exception {
    Map<String, String> said = new LinkedHashMap<>();
    for (String name : List.of("verdicts.csv", "summary.json", "rejects.csv")) {
      said.put(name, clerk.page(run + "/" + name));
    }
    return said;
  }

  private static byte[] damaged(List<String> lines, long seed) {
    List<String> bad = new ArrayList<>(lines);
    bad.add(3, "torn,line");
    bad.add(10, "");
    bad.add(20, lines.get(0).replace("T10:00", "T25:00"));
    bad.add(30, "\"two\nlines" + seed + "\"," + lines.get(1).substring(lines.get(1).indexOf(',') + 1));
    bad.add(40, "\"no\nway\",2026-05-40T10:00,x,y,outpatient,1");
    bad.add(50, "quote\"inside," + lines.get(1).substring(lines.get(1).indexOf(',') + 1));
    bad.add(60, "\"a,b" + seed + "\",2026-05-04T23:30:00.5Z,,BULK0001,emergency,5");
    return ("\uFEFF" + HEADER + String.join("\r\n", bad) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 31, 32, 33})
  @DisplayName("与 match 命令逐字节相同，坏行在内，gz 也一样；对照：另一份明细就不同")
  void saysWhatTheCommandSays(long seed) throws Exception {
    byte[] file = damaged(SettlementWorld.lines("cmd-" + seed + "-", codes(), 3_000, seed), seed);
    Clerk officer = new Clerk("bulk.officer");
    String run = officer.settled(AREA, "2026-05", file);
    Map<String, String> command = command(file);
    assertThat(downloads(officer, run)).isEqualTo(command);
    assertThat(command.get("rejects.csv").lines().count()).isGreaterThan(5);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(file);
    }
    Clerk beside = new Clerk("bulk.beside");
    assertThat(downloads(beside, beside.settled(BESIDE, "2026-05", packed.toByteArray()))).isEqualTo(command);
    byte[] other = file(SettlementWorld.lines("other-" + seed + "-", codes(), 100, seed));
    assertThat(downloads(officer, officer.settled(AREA, "2026-05", other))).isNotEqualTo(command);
  }

  @Test
  @DisplayName("合计对得上：判定、机构、原因、医师各自加起来都是同一数；逐页能走遍每一行，一行一次；一行有来历")
  void addsUpAndDrillsDown() throws Exception {
    List<String> codes = codes();
    Clerk officer = new Clerk("bulk.reviewer");
    String run = new Clerk("bulk.officer").settled(AREA, "2026-05", file(SettlementWorld.lines("sum-", codes, 700, 3)));
    long id = Long.parseLong(run.substring(run.lastIndexOf('/') + 1));
    SettlementDesk desk = HOUSE.bean(SettlementDesk.class);
    Run.Outcome outcome = desk.find(world.officer, id).outcome();
    assertThat(outcome).isNotNull();
    long verdicts = desk.byVerdict(id).stream().mapToLong(Sum::lines).sum();
    assertThat(verdicts + outcome.rejected()).isEqualTo(outcome.read()).isEqualTo(700);
    assertThat(desk.byCause(id).stream().mapToLong(Sum::lines).sum()).isEqualTo(verdicts);
    assertThat(desk.byInstitution(id, "").stream().mapToLong(Sum::lines).sum()).isEqualTo(verdicts);
    assertThat(desk.byPhysician(id, "").stream().mapToLong(Sum::lines).sum()).isEqualTo(verdicts);
    assertThat(desk.byPhysician(id, "").stream().map(Sum::refused).reduce((a, b) -> a.add(b)))
        .isEqualTo(desk.byInstitution(id, "").stream().map(Sum::refused).reduce((a, b) -> a.add(b)));
    for (String by : List.of("institution", "cause", "physician")) {
      assertThat(officer.page(run + "?by=" + by)).contains("700");
    }
    List<Long> seen = new ArrayList<>();
    String next = run + "/lines?verdict=refused";
    while (!next.isEmpty()) {
      String page = officer.page(next);
      Matcher row = ROW.matcher(page);
      row.results().forEach(found -> seen.add(Long.valueOf(found.group(1))));
      Matcher onward = Pattern.compile("href=\"([^\"]+after=\\d+)\" rel=\"next\"").matcher(page);
      next = onward.find() ? onward.group(1).replace("&amp;", "&") : "";
    }
    assertThat(seen).hasSize((int) desk.byVerdict(id).get(1).lines()).hasSizeGreaterThan(50);
    assertThat(new TreeSet<>(seen)).hasSameSizeAs(seen);
    String line = officer.page(run + "/lines/" + seen.getFirst());
    assertThat(line).contains("不付").contains("class=\"trail\"");
    assertThat(officer.page(run + "/lines/" + seen.getFirst() + "?knownAt=2025-06-01")).contains("2025-06-01");
  }

  @Test
  @DisplayName("同一明细号再来：内容相同不算新的，内容不同的点名；合计照样对得上")
  void comesAgain() throws Exception {
    List<String> lines = SettlementWorld.lines("again-", codes(), 60, 4);
    Clerk officer = new Clerk("bulk.officer");
    officer.settled(AREA, "2026-05", file(lines));
    List<String> second = new ArrayList<>(lines);
    second.set(5, lines.get(5) + "0");
    second.add("again-new," + lines.get(6).substring(lines.get(6).indexOf(',') + 1));
    second.add(lines.get(7));
    String run = officer.settled(AREA, "2026-06", file(second));
    long id = Long.parseLong(run.substring(run.lastIndexOf('/') + 1));
    Run.Outcome outcome = HOUSE.bean(SettlementDesk.class).find(world.officer, id).outcome();
    assertThat(outcome).isNotNull();
    assertThat(List.of(outcome.read(), outcome.added(), outcome.again(), outcome.rejected()))
        .containsExactly(62L, 1L, 60L, 1L);
    assertThat(officer.page(run + "/rejects")).contains("内容不同").contains("again-5,");
    assertThat(officer.page(run)).contains("60 行以前来过");
    assertThat(HOUSE.bean(JdbcClient.class).sql("select count(*) from settlement_line where claim_id like 'again-%'")
        .query(Long.class).single()).isEqualTo(61);
  }

  @Test
  @DisplayName("没做完服务就停了：再起时从存下的文件做完，做两遍也只装一次；对照：起来之前一行没有")
  void takenUpAgain() throws Exception {
    byte[] file = file(SettlementWorld.lines("crash-", codes(), 80, 5));
    SettlementStore store = HOUSE.bean(SettlementStore.class);
    long id = kept(file);
    String count = "select count(*) from settlement_line where run = " + id;
    JdbcClient jdbc = HOUSE.bean(JdbcClient.class);
    assertThat(jdbc.sql(count).query(Long.class).single()).isZero();
    Run run = store.find(id).orElseThrow();
    HOUSE.bean(SettlementDesk.class).takeUpAgain();
    new Clerk("bulk.officer").done("/settlement/" + id);
    assertThat(jdbc.sql(count).query(Long.class).single()).isEqualTo(80);
    HOUSE.bean(SettlementWork.class).run(run, new Job(HOUSE.clock(), BulkPhase.WAIT));
    assertThat(jdbc.sql(count).query(Long.class).single()).isEqualTo(80);
    assertThat(store.find(id).orElseThrow().outcome()).isNotNull();
  }

  /** As a server leaves a file that stopped before it began. */
  private long kept(byte[] content) throws IOException {
    Upload.File file = Upload.File.of("stopped.csv", new ByteArrayResource(content));
    return HOUSE.bean(SettlementStore.class)
        .keep(
            new Upload(AREA, YearMonth.of(2026, 5), List.of(file)), file, world.officer.account(),
            OffsetDateTime.now(HOUSE.clock()));
  }

  @Test
  @DisplayName("有人停止的一批一行不装，服务再起也不装；对照：已装入的停不了，行还在")
  void cancelled() throws Exception {
    Clerk officer = new Clerk("bulk.officer");
    SettlementDesk desk = HOUSE.bean(SettlementDesk.class);
    long id = kept(file(SettlementWorld.lines("stop-", codes(), 20, 8)));
    String run = "/settlement/" + id;
    assertThat(officer.post(run, run + "/cancel", Map.of()).statusCode()).isEqualTo(303);
    desk.takeUpAgain();
    assertThat(officer.page(officer.done(run))).contains("有人停止了这一批");
    assertThat(officer.get(run + "/lines").statusCode()).isEqualTo(404);
    String loaded = officer.settled(AREA, "2026-05", file(SettlementWorld.lines("stay-", codes(), 20, 8)));
    assertThat(desk.cancel(world.officer, Long.parseLong(loaded.substring(loaded.lastIndexOf('/') + 1)))).isFalse();
    assertThat(officer.page(loaded + "/lines")).contains("stay-0");
  }

  @Test
  @DisplayName("坏文件各有说法，一行也不装：没有表头、残缺的压缩、Parquet、空文件、不知月份；对照：好文件装得进")
  void namesWhatIsWrong() throws Exception {
    Clerk officer = new Clerk("bulk.officer");
    assertThat(officer.page(officer.settled(AREA, "2026-05", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))))
        .contains("没有装入").contains("缺少列").doesNotContain("/tmp");
    assertThat(officer.page(officer.settled(AREA, "2026-05", new byte[] {0x1F, (byte) 0x8B, 8, 0, 1})))
        .contains("压缩文件不完整");
    assertThat(officer.page(officer.settled(AREA, "2026-05", "PAR1xxxx".getBytes(StandardCharsets.UTF_8))))
        .contains("Parquet");
    HttpResponse<String> empty = officer.upload("empty-key-1", AREA, "2026-05", Map.of("e.csv", new byte[0]));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("是空的");
    byte[] good = file(SettlementWorld.lines("month-", codes(), 5, 6));
    HttpResponse<String> unknown = officer.upload("month-key-1", AREA, "", Map.of("C.csv", good));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("哪个月");
    HttpResponse<String> named = officer.upload("month-key-2", AREA, "", Map.of("2026-03.csv", good));
    assertThat(named.statusCode()).isEqualTo(303);
    String run = URI.create(named.headers().firstValue("Location").orElseThrow()).getPath();
    assertThat(officer.page(officer.done(run))).contains("2026-03").contains("读入 5 行");
    assertThat(officer.upload("month-key-2", AREA, "", Map.of("2026-03.csv", good)).headers().firstValue("Location"))
        .isEqualTo(named.headers().firstValue("Location"));
  }

  @Test
  @DisplayName("范围：别的统筹区看不见，机构医保办进不来，查阅的人不能交")
  void scope() throws Exception {
    String run = new Clerk("bulk.officer").settled(AREA, "2026-05", file(SettlementWorld.lines("s-", codes(), 5, 7)));
    Clerk beside = new Clerk("bulk.beside");
    for (String path :
        List.of("", "/lines", "/lines/2", "/rejects", "/verdicts.csv", "/rejects.csv", "/summary.json")) {
      assertThat(beside.get(run + path).statusCode()).as(path).isEqualTo(404);
      assertThat(new Clerk("bulk.clerk").get(run + path).statusCode()).as(path).isEqualTo(403);
      assertThat(new Clerk("bulk.reviewer").get(run + path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(new Clerk("bulk.reviewer").post("/settlement", run + "/cancel", Map.of()).statusCode()).isEqualTo(403);
    assertThat(beside.post("/settlement", run + "/cancel", Map.of()).statusCode()).isEqualTo(404);
  }
}
