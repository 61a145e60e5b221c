package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("与另写的一份实现逐行一致")
final class AgainstNaiveTest {
  private static final int WORLDS = 120;
  private static final int LINES = 300;

  @TempDir
  private Path folder;

  private List<List<String>> verdicts(Run run) throws IOException {
    return Naive.read(run.text("V.csv")).stream().skip(1).map(row -> List.copyOf(row.getFields())).toList();
  }

  @Test
  @DisplayName("任意文件：判定、顺序、拒收行号与原因、合计都一致；种种情形都出现过")
  void same() throws IOException {
    Set<String> seen = new HashSet<>();
    for (int seed = 0; seed < WORLDS; seed++) {
      World world = new World(seed);
      String standings = world.standings();
      String claims = world.claims(LINES);
      Run run = new Run(folder).standings(standings).claims(claims).threads(1 + seed % 3);
      Summary summary = run.run();
      Naive naive = new Naive(standings, claims);
      assertThat(verdicts(run)).as("seed %d", seed).isEqualTo(naive.verdicts);
      assertThat(Naive.read(run.text("R.csv")).stream().skip(1)
          .map(row -> row.getField(0) + " " + row.getField(1)).toList()).as("seed %d", seed).isEqualTo(naive.rejects);
      AddedUp added = new AddedUp(claims, run.text("V.csv"), run.text("R.csv"));
      assertThat(List.of(summary.read(), summary.decided(), summary.rejected()))
          .containsExactly(added.read, added.decided, added.rejected);
      assertThat(summary.fen()).isEqualTo(added.fen);
      assertThat(summary.byVerdict()).isEqualTo(added.byVerdict);
      assertThat(summary.byCause()).isEqualTo(added.byCause);
      assertThat(summary.byInstitution()).isEqualTo(added.byInstitution);
      seen.addAll(summary.byVerdict().keySet());
      seen.addAll(summary.byCause().keySet());
      naive.rejects.forEach(reject -> seen.add(reject.replaceAll(".* ", "")));
    }
    assertThat(seen).contains("payable", "refused", "excepted", "unresolved", "no-code", "unknown-code",
        "other-institution", "not-signed", "left", "terminated", "expired", "licence-revoked", "points", "institution",
        "torn", "no-claim-id", "claim-id-too-long", "impossible-time", "code-too-long", "no-institution",
        "unknown-setting", "not-whole-fen");
  }

  @Test
  @DisplayName("反证：资格差一天，就有一行判定不同")
  void control() throws IOException {
    String standings = Run.STANDINGS + "zhang,h1,2026-01-01,2026-05-04,effective,\n";
    String claims = Run.CLAIMS + "c1,2026-05-04T10:00,zhang,h1,outpatient,1\n";
    Run run = new Run(folder).standings(standings).claims(claims);
    run.run();
    assertThat(verdicts(run)).isEqualTo(new Naive(standings, claims).verdicts);
    assertThat(verdicts(run)).isNotEqualTo(new Naive(standings.replace("05-04", "05-03"), claims).verdicts);
  }

  @Test
  @DisplayName("数据块切在哪里、几个线程，结果一字节不差")
  void chunks() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      World world = new World(1000 + seed);
      Run run = new Run(folder).standings(world.standings()).claims(world.claims(2000));
      Set<List<String>> results = new HashSet<>();
      for (int bytes : new int[] {8192, 8193, 8209, 9999, 12_345, 1 << 20}) {
        run.chunks(bytes).threads(1 + bytes % 2).run();
        results.add(List.of(run.text("V.csv"), run.text("R.csv"), run.text("T.json")));
      }
      assertThat(results).as("seed %d", seed).hasSize(1);
    }
    World other = new World(2000);
    Run run = new Run(folder).standings(other.standings()).claims(other.claims(10));
    run.run();
    String before = run.text("V.csv");
    run.claims(other.claims(10)).run();
    assertThat(run.text("V.csv")).isNotEqualTo(before);
  }
}
