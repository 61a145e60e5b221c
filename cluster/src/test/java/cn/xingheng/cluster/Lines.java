package cn.xingheng.cluster;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.formats.Formats;
import cn.xingheng.match.MatchFiles;
import cn.xingheng.match.MatchOptions;
import cn.xingheng.match.MatchRun;
import cn.xingheng.match.Progress;
import cn.xingheng.match.Summary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Claims and standings from a seed, and what a single machine makes of them. */
final class Lines {
  static final String HEADER = "claim_id,issued_at,physician_code,institution_code,setting,amount_fen";

  private static final int PHYSICIANS = 400;
  private static final List<String> SETTINGS = List.of("outpatient", "inpatient", "emergency", "rescue");

  private Lines() {}

  static Path standings(Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("physician_code,institution_code,from,through,standing,because\n");
    for (int i = 0; i < PHYSICIANS; i++) {
      String who = "D3407000" + i + ",H" + i % 37;
      rows.append(who).append(",2025-01-01,2025-06-30,effective,\n");
      rows.append(who).append(",2025-07-01,2025-09-30,suspended,").append(i % 3 == 0 ? "institution" : "points");
      rows.append('\n').append(who).append(",2025-10-01,9999-12-31,effective,\n");
    }
    return Files.writeString(folder.resolve("S.csv"), rows);
  }

  /** Records of a file without its header; some of them faulty if wanted, and a remark that holds line feeds. */
  static String records(Random random, int count, boolean faults) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String line = "c" + random.nextInt(1_000_000) + ",2025-" + (10 + random.nextInt(3)) + "-1" + random.nextInt(10)
          + "T10:00,D3407000" + random.nextInt(PHYSICIANS + 5) + ",H" + random.nextInt(40) + ","
          + SETTINGS.get(random.nextInt(4)) + "," + random.nextInt(100_000);
      String remark = random.nextInt(9) == 0 ? ",\"说\n明, " + line + "\n\"" : ",";
      rows.append(line.replace("2025-11", "2025-08")).append(remark);
      switch (faults ? random.nextInt(60) : -1) {
        case 0 -> rows.append(",more");
        case 1 -> rows.append("\"");
        case 2 -> rows.append("\n\r\n");
        default -> { }
      }
      rows.append(random.nextInt(5) == 0 ? "\r\n" : "\n");
    }
    return rows.toString();
  }

  static Path csv(Path file, String records) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = new Formats().packed(file, Files.newOutputStream(file))) {
      out.write((HEADER + ",remark\n" + records).getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  /** What a single machine writes. */
  record Single(String verdicts, String rejects, String summary) {
    static Single of(Path standings, Path claims, Path folder) throws IOException {
      Files.createDirectories(folder);
      Path verdicts = folder.resolve("V.csv");
      Path rejects = folder.resolve("R.csv");
      Summary summary = MatchRun.run(
          new MatchFiles(standings, claims, verdicts, folder.resolve("T.json"), rejects),
          MatchOptions.of(Verdict.EXCEPTED, 1).with(new Formats()), Progress.SILENT);
      return new Single(Files.readString(verdicts), Files.readString(rejects), summary.toJson());
    }
  }
}
