package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("分段匹配：与整个文件一起匹配一字节不差")
final class SplitChainTest {
  private static final String GOOD = "c1,2026-05-04T10:00,zhang,h1,outpatient,100\n";
  private static final String STANDINGS = Run.STANDINGS + "zhang,h1,2026-01-01,2026-12-31,effective,\n";

  /** Files in which the place of a record is hard to tell. */
  static Stream<String> hard() {
    String remark = Run.CLAIMS.replace("\n", ",remark\n");
    String line = GOOD.replace("\n", ",");
    return Stream.of(
        remark + (line + "\"一\n二\r\n\n三\"\n").repeat(12),
        remark + (line + "\"" + GOOD.strip() + ",x\n" + GOOD.strip() + ",y\n\"\n").repeat(8),
        remark + (line + "\"" + (GOOD.strip() + ",x\n").repeat(10) + "\n\"\n").repeat(3),
        remark + line + "\"\n" + (line + "x\n").repeat(30),
        remark + ("\",b,\"\n").repeat(80),
        remark + ("a,\"\n\",\"\n\"\",\n\"\n").repeat(40),
        Run.CLAIMS + ("\"" + GOOD).repeat(20),
        Run.CLAIMS + "\n".repeat(60) + GOOD + "\n\n" + GOOD + "\r\n\r\n" + GOOD + "\n".repeat(50),
        Run.CLAIMS + "\n".repeat(200),
        "\uFEFF" + (Run.CLAIMS + GOOD.repeat(15)).replace("\n", "\r\n"),
        "\uFEFF" + Run.CLAIMS + GOOD.repeat(15).strip(),
        Run.CLAIMS.strip(),
        Run.CLAIMS,
        Run.CLAIMS + "torn\n".repeat(200),
        Run.CLAIMS + GOOD + "x".repeat(9000) + "\n" + GOOD + "\"" + "y".repeat(9000) + "\n" + GOOD,
        Run.CLAIMS + GOOD + "\"" + "\n".repeat(4100) + GOOD);
  }

  @ParameterizedTest
  @MethodSource("hard")
  @DisplayName("难分的文件，处处当作分界")
  void everyPlace(String text) throws IOException {
    byte[] claims = text.getBytes(StandardCharsets.UTF_8);
    InMemory whole = InMemory.with(STANDINGS);
    Summary summary = whole.match(claims);
    int step = Math.max(1, claims.length / 250);
    for (long place = 1; place < claims.length; place += step) {
      same(whole, summary, new InSplits(whole.standings(), claims, place), claims);
    }
    for (int size : new int[] {29, 300}) {
      same(whole, summary, new InSplits(whole.standings(), claims, every(size, claims.length)), claims);
    }
  }

  private static long[] every(int size, int length) {
    return LongStream.iterate(size, place -> place < length, place -> place + size).toArray();
  }

  private static int same(InMemory whole, Summary summary, InSplits splits, byte[] claims) throws IOException {
    splits.guessed().repaired();
    assertThat(splits.verdicts()).isEqualTo(whole.verdicts());
    assertThat(splits.rejects()).isEqualTo(whole.rejects());
    assertThat(splits.summary()).isEqualTo(summary);
    assertThat(splits.end()).isEqualTo(claims.length);
    return splits.again;
  }

  @Test
  @DisplayName("一千个随机文件，随机分段：引号内换行、CRLF、撕裂的引号、空行都有；有的猜错了，改过来")
  void randomFiles() throws IOException {
    Random random = new Random(20261124);
    int again = 0;
    InMemory whole = InMemory.with(new World(0).standings());
    for (int i = 0; i < 1000; i++) {
      if (i % 50 == 0) {
        whole = InMemory.with(new World(i).standings());
      }
      byte[] claims = i % 2 == 0
          ? new World(i).claims(1 + random.nextInt(40)).getBytes(StandardCharsets.UTF_8) : noise(random);
      Summary summary = whole.match(claims);
      long[] places =
          random.longs(random.nextInt(12), 1, claims.length).sorted().distinct().toArray();
      again += same(whole, summary, new InSplits(whole.standings(), claims, places), claims);
    }
    assertThat(again).isBetween(50, 5000);
  }

  /** A header, and behind it all that can go wrong. */
  private static byte[] noise(Random random) throws IOException {
    List<String> words = List.of("\"", "\"", ",", ",", "\n", "\r\n", "\r", "x", GOOD, "\"\"", "\n\n", "\",\"");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(Run.CLAIMS.getBytes(StandardCharsets.UTF_8));
    int count = random.nextInt(400);
    for (int i = 0; i < count; i++) {
      bytes.write(words.get(random.nextInt(words.size())).getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  @DisplayName("平常的文件一次猜中，不必重做")
  void usual() throws IOException {
    byte[] claims = (Run.CLAIMS + GOOD.repeat(500)).getBytes(StandardCharsets.UTF_8);
    InMemory whole = InMemory.with(STANDINGS);
    Summary summary = whole.match(claims);
    assertThat(same(whole, summary, new InSplits(whole.standings(), claims, every(997, claims.length)), claims))
        .isZero();
  }

  @Test
  @DisplayName("反证：猜错的分段若不重做，结果就不同")
  void control() throws IOException {
    String remark = Run.CLAIMS.replace("\n", ",remark\n");
    String pasted = GOOD.strip() + ",\"" + (GOOD.strip() + ",x\n").repeat(20) + "\"\n";
    byte[] claims = (remark + pasted.repeat(3)).getBytes(StandardCharsets.UTF_8);
    InMemory whole = InMemory.with(STANDINGS);
    whole.match(claims);
    InSplits splits = new InSplits(whole.standings(), claims, claims.length / 2).guessed();
    assertThat(splits.verdicts()).isNotEqualTo(whole.verdicts());
    assertThat(splits.repaired().verdicts()).isEqualTo(whole.verdicts());
    assertThat(splits.again).isEqualTo(1);
  }

  @Test
  @DisplayName("合计存了再取，与直接相加相同，名单外的机构也在内")
  void totals() throws IOException {
    String lines = GOOD + GOOD.replace("h1", "h9") + GOOD.replace("h1", "h8") + GOOD.replace("h1", "h9");
    byte[] claims = (Run.CLAIMS + lines.repeat(5)).getBytes(StandardCharsets.UTF_8);
    InMemory whole = InMemory.with(STANDINGS);
    Summary summary = whole.match(claims);
    InSplits splits = new InSplits(whole.standings(), claims, every(100, claims.length)).guessed();
    assertThat(splits.summary()).isEqualTo(summary);
    assertThat(summary.byInstitution()).containsOnlyKeys("h1", "h8", "h9");
  }
}
