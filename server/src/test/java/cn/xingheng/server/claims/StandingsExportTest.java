package cn.xingheng.server.claims;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.match.MatchFiles;
import cn.xingheng.match.MatchOptions;
import cn.xingheng.match.MatchRun;
import cn.xingheng.match.Progress;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("导出资格状态，供批量匹配")
class StandingsExportTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private final ClaimWorld world = ClaimWorld.get();
  private final ClaimDesk desk = ClaimWorld.HOUSE.bean(ClaimDesk.class);
  private final StandingsDesk standings = ClaimWorld.HOUSE.bean(StandingsDesk.class);
  private final List<String> lines = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  @TempDir
  private Path folder;

  private void ask(Random chance) {
    List<String> codes = world.codes();
    for (InstitutionId site : world.institutions()) {
      List<ClaimLine> batch = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        String code = i % 40 == 0 ? "Zz3nobody" : codes.get(chance.nextInt(codes.size()));
        batch.add(
            new ClaimLine(
                site + "-" + i, code, site.value(), FIRST.plusDays(chance.nextInt(2_100)),
                Setting.values()[chance.nextInt(4)], 100));
      }
      List<ClaimVerdict> said = desk.check(site, batch);
      for (int i = 0; i < batch.size(); i++) {
        ClaimLine line = batch.get(i);
        lines.add(
            line.id() + "," + line.day() + "T10:00," + line.code() + "," + site + "," + line.setting().word() + ",100");
        String because = said.get(i).because();
        expected.add(line.id() + "," + said.get(i).verdict() + "," + (because == null ? "" : because));
      }
    }
  }

  private List<String> matched(Path file) throws IOException {
    Path claims = folder.resolve("C.csv");
    Path verdicts = folder.resolve("V.csv");
    Files.writeString(
        claims,
        "claim_id,issued_at,physician_code,institution_code,setting,amount_fen\n" + String.join("\n", lines) + "\n");
    MatchRun.run(
        new MatchFiles(file, claims, verdicts, folder.resolve("T.json"), null), MatchOptions.of(Verdict.EXCEPTED, 1),
        Progress.SILENT);
    List<String> read = Files.readAllLines(verdicts);
    return read.subList(1, read.size());
  }

  @Test
  @DisplayName("导出后批量匹配，每行与在线核查一致；对照：去掉一半的行就不一致")
  void matchingSaysWhatTheCheckSays() throws IOException {
    ask(new Random(9));
    StringWriter text = new StringWriter();
    StandingsDesk.Result result = standings.export(null, "S.csv", text, done -> {});
    assertThat(result.codes()).isGreaterThanOrEqualTo(world.codes().size());
    assertThat(result.emergencyRefused()).isEmpty();
    Path file = Files.writeString(folder.resolve("S.csv"), text.toString());
    assertThat(text.toString().lines().count()).isEqualTo(result.rows() + 1);
    assertThat(matched(file)).isEqualTo(expected);
    List<String> rows = Files.readAllLines(file);
    Files.write(file, rows.subList(0, rows.size() / 2));
    assertThat(matched(file)).isNotEqualTo(expected);
  }

  @Test
  @DisplayName("按早先一日所知导出：那时还不知道的，不在里面")
  void asKnownThen() throws IOException {
    StringWriter now = new StringWriter();
    StringWriter then = new StringWriter();
    standings.export(null, "S.csv", now, done -> {});
    StandingsDesk.Result early = standings.export(LocalDate.of(2024, 1, 1), "S.csv", then, done -> {});
    assertThat(early.rows()).isPositive();
    assertThat(then.toString()).isNotEqualTo(now.toString());
  }
}
