package cn.xingheng.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.bench.peers.DroolsPeer;
import cn.xingheng.bench.peers.DuckPeer;
import cn.xingheng.bench.peers.ParquetFile;
import cn.xingheng.bench.peers.PlainPeer;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.match.MatchFiles;
import cn.xingheng.match.MatchOptions;
import cn.xingheng.match.MatchRun;
import cn.xingheng.match.Progress;
import cn.xingheng.match.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("对手程序")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeersTest {
  private static final int LINES = 4_000;

  private Path folder = Path.of("");

  private String standings = "";
  private String claims = "";

  @BeforeAll
  void matchOurselves(@TempDir Path temporary) throws IOException {
    folder = temporary;
    ClaimFiles.write(folder, LINES, Scale.of(500, 30, 2_200), 7);
    standings = folder.resolve("standings.csv").toString();
    claims = folder.resolve("claims-" + LINES + ".csv").toString();
    MatchFiles files = new MatchFiles(Path.of(standings), Path.of(claims), folder.resolve("ours.csv"),
        folder.resolve("ours.json"), null);
    Summary summary = MatchRun.run(files, MatchOptions.of(Verdict.EXCEPTED, 1), Progress.SILENT);
    assertThat(summary.byVerdict()).hasSize(4);
    assertThat(summary.byCause()).containsKeys("no-code", "unknown-code", "other-institution", "not-signed", "points");
  }

  private String peer(String name) {
    return folder.resolve(name).toString();
  }

  private void mustAgree(String verdicts, String totals) {
    assertThatCode(() -> SameAnswers.check(folder.resolve("ours.csv"), folder.resolve("ours.json"),
        folder.resolve(verdicts), folder.resolve(totals), LINES)).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("DuckDB 按编码与按字典、读 CSV 与读 Parquet，答案都与我们相同")
  void duckDb() throws Exception {
    ParquetFile.main(new String[] {claims, peer("claims.parquet")});
    for (String input : new String[] {claims, peer("claims.parquet")}) {
      for (String plan : new String[] {"codes", "numbers"}) {
        DuckPeer.main(new String[] {plan, standings, input, peer("duck.csv"), peer("duck.totals")});
        mustAgree("duck.csv", "duck.totals");
      }
    }
  }

  @Test
  @DisplayName("DuckDB 遇到不合格的行就停下")
  void duckDbStopsAtAFault() throws IOException {
    String faulty = Files.writeString(folder.resolve("faulty.csv"),
        Files.readString(Path.of(claims)).replaceFirst("T\\d\\d:", "T25:")).toString();
    assertThatThrownBy(() -> DuckPeer.main(
        new String[] {"codes", standings, faulty, peer("faulty.out"), peer("faulty.totals")}))
        .hasMessageContaining("issued_at");
  }

  @Test
  @DisplayName("普通 Java 的答案与我们相同")
  void plain() throws IOException {
    PlainPeer.main(new String[] {standings, claims, peer("plain.csv"), peer("plain.totals")});
    mustAgree("plain.csv", "plain.totals");
  }

  @Test
  @DisplayName("Drools 的答案与我们相同")
  void drools() throws IOException {
    DroolsPeer.main(new String[] {standings, claims, peer("drools.csv"), peer("drools.totals")});
    mustAgree("drools.csv", "drools.totals");
  }
}
