package cn.xingheng.server.claims.bulk;

import static cn.xingheng.server.claims.bulk.SettlementWorld.AREA;
import static cn.xingheng.server.claims.bulk.SettlementWorld.BESIDE;
import static cn.xingheng.server.claims.bulk.SettlementWorld.HEADER;
import static cn.xingheng.server.claims.bulk.SettlementWorld.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.formats.Formats;
import cn.xingheng.formats.ParquetVerdicts;
import cn.xingheng.match.MatchFiles;
import cn.xingheng.match.MatchOptions;
import cn.xingheng.match.MatchRun;
import cn.xingheng.match.Progress;
import cn.xingheng.server.claims.StandingsDesk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("浏览器里交来的 Parquet 与 zstd")
class UploadFormatsTest {
  private final SettlementWorld world = SettlementWorld.get();

  @TempDir
  private Path folder;

  private byte[] csv(String prefix, int count, long seed) {
    List<String> codes = List.of(world.physician(false), world.physician(true), world.physician(false));
    List<String> lines = new ArrayList<>(SettlementWorld.lines(prefix, codes, count, seed));
    lines.add(3, lines.get(0).replace("T10:00", "T25:00"));
    lines.add(9, lines.get(1).replace("patient", "lost"));
    lines.add(20, "\"a,b" + prefix + "\",2026-05-04T23:30:00.5Z,,BULK0001,emergency,5");
    return (HEADER + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] parquet(byte[] csv) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = ParquetVerdicts.to(file)) {
      out.write(csv);
    }
    return file.toByteArray();
  }

  private static byte[] zstd(byte[] csv) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = new Formats().packed(Path.of("c.csv.zst"), file)) {
      out.write(csv);
    }
    return file.toByteArray();
  }

  /** What the command says of a file, against the standings of this moment. */
  private String command(byte[] file, String verdicts) throws IOException {
    Path standings = folder.resolve("S.csv");
    try (Writer out = Files.newBufferedWriter(standings)) {
      HOUSE.bean(StandingsDesk.class).export(null, "S.csv", out, done -> {});
    }
    Path claims = Files.write(folder.resolve("C.csv"), file);
    Path told = folder.resolve(verdicts);
    MatchRun.run(new MatchFiles(standings, claims, told, folder.resolve("T.json"), folder.resolve("R.csv")),
        MatchOptions.of(Verdict.EXCEPTED, 2).with(new Formats()), Progress.SILENT);
    return Files.readString(told, StandardCharsets.ISO_8859_1) + Files.readString(folder.resolve("R.csv"));
  }

  private static String downloads(Clerk clerk, String run) throws Exception {
    return new String(clerk.page(run + "/verdicts.csv").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        + clerk.page(run + "/rejects.csv");
  }

  @Test
  @DisplayName("判定与拒收和命令对 CSV 所写的逐字节相同；判定也可取 Parquet，与命令写的同样字节")
  void saysWhatTheCommandSays() throws Exception {
    byte[] file = csv("kind-", 2_000, 5);
    String command = command(file, "V.csv");
    assertThat(command).contains("impossible-time", "unknown-setting", "a,bkind-");
    Clerk officer = new Clerk("bulk.officer");
    String run = officer.settled(AREA, "2026-03", "2026-03.parquet", parquet(file));
    assertThat(downloads(officer, run)).isEqualTo(command);
    Clerk beside = new Clerk("bulk.beside");
    assertThat(downloads(beside, beside.settled(BESIDE, "2026-03", "2026-03.csv.zst", zstd(file)))).isEqualTo(command);

    command(file, "V.parquet");
    assertThat(officer.bytes(run + "/verdicts.parquet")).isEqualTo(Files.readAllBytes(folder.resolve("V.parquet")));
    assertThat(officer.page(run)).contains("verdicts.parquet");
  }

  @Test
  @DisplayName("多于一片的文件原样保存、原样取出")
  void manyPieces() throws Exception {
    String filler = "x".repeat(3000);
    StringBuilder csv = new StringBuilder(HEADER.strip() + ",further\n");
    for (int i = 0; i < 3_100; i++) {
      csv.append("piece-").append(i).append(",2026-05-04T10:00,nobody,BULK0001,outpatient,5,");
      csv.append(filler).append('\n');
    }
    byte[] file = csv.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(file.length).isGreaterThan(2 * 4 << 20);
    Clerk officer = new Clerk("bulk.officer");
    String run = officer.settled(AREA, "2026-02", "2026-02.csv", file);
    assertThat(officer.page(run + "/verdicts.csv").lines().count()).isEqualTo(3_101);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    HOUSE.bean(SettlementStore.class).content(Long.parseLong(run.substring(run.lastIndexOf('/') + 1)), kept);
    assertThat(kept.toByteArray()).isEqualTo(file);
  }

  private static String said(byte[] file, String name) throws Exception {
    HttpResponse<String> answer =
        new Clerk("bulk.officer").upload(UUID.randomUUID().toString(), AREA, "2026-01", Map.of(name, file));
    return answer.statusCode() + " " + answer.body();
  }

  @Test
  @DisplayName("名称与内容不符、工作簿：当场一句话；缺列、损坏：整批不装入，说明缺什么")
  void faults() throws Exception {
    byte[] good = csv("fault-", 50, 6);
    assertThat(said(good, "a.parquet")).startsWith("422 ").contains("文件 a.parquet 的名称与内容不符：内容是 .csv");
    assertThat(said(parquet(good), "a.csv.gz")).startsWith("422 ").contains("内容是 .parquet");
    assertThat(said(new byte[] {'P', 'K', 3, 4, 0}, "a.xlsx")).startsWith("422 ").contains("工作簿或压缩包");
    Clerk officer = new Clerk("bulk.officer");
    byte[] lacking = new String(good, StandardCharsets.UTF_8).replace("amount_fen", "amount").getBytes(
        StandardCharsets.UTF_8);
    String missing = officer.page(officer.settled(AREA, "2026-01", "m.parquet", parquet(lacking)));
    assertThat(missing).contains("m.parquet: column missing 缺少列: amount_fen").doesNotContain("/tmp");
    byte[] torn = Arrays.copyOf(zstd(good), 200);
    assertThat(officer.page(officer.settled(AREA, "2026-01", "t.csv.zst", torn))).contains("不完整");
    byte[] table = parquet(good);
    Arrays.fill(table, 10, 60, (byte) 7);
    assertThat(officer.page(officer.settled(AREA, "2026-01", "d.parquet", table)))
        .contains("d.parquet: damaged Parquet file");
  }

  @Test
  @DisplayName("超过上限、不说大小：未读先答，一句话；对照：上限之内照收")
  void limits() throws Exception {
    assertThat(headers("/settlement", "Content-Length: 3000000000")).contains(" 413 ").contains("2048 MB，没有收下");
    assertThat(headers("/settlement", "Transfer-Encoding: chunked")).contains(" 411 ").contains("没有说明大小");
    assertThat(headers("/imports", "Content-Length: 60000000")).contains(" 413 ").contains("50 MB，没有收下");
    Clerk officer = new Clerk("bulk.officer");
    assertThat(officer.page("/settlement")).contains("2048 MB");
    HttpResponse<String> taken = officer.upload("limit-key-1", AREA, "2026-01", Map.of("C.csv", csv("in-", 30, 7)));
    assertThat(taken.statusCode()).isEqualTo(303);
    officer.done(URI.create(taken.headers().firstValue("Location").orElseThrow()).getPath());
  }

  /** What is answered to a form of which only the head is sent. */
  private static String headers(String path, String length) throws IOException {
    URI house = URI.create(HOUSE.url());
    try (Socket socket = new Socket(house.getHost(), house.getPort())) {
      String head = "POST " + path + " HTTP/1.1\r\nAccept-Language: zh\r\nHost: " + house.getAuthority() + "\r\n"
          + length + "\r\nContent-Type: multipart/form-data; boundary=cut\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      StringBuilder answer = new StringBuilder();
      byte[] buffer = new byte[1 << 14];
      while (!answer.toString().contains("</html>")) {
        int got = socket.getInputStream().read(buffer);
        if (got < 0) {
          break;
        }
        answer.append(new String(buffer, 0, got, StandardCharsets.UTF_8));
      }
      return answer.toString();
    }
  }
}
