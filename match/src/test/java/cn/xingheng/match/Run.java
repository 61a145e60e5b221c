package cn.xingheng.match;

import cn.xingheng.core.claims.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** 「试运行」 Runs of the matcher on files in a folder of the test. */
final class Run {
  static final String STANDINGS = "physician_code,institution_code,from,through,standing,because\n";
  static final String CLAIMS = "claim_id,issued_at,physician_code,institution_code,setting,amount_fen\n";

  private final Path folder;
  private Verdict atStoppedInstitution = Verdict.EXCEPTED;
  private int threads = 1;
  private int chunkBytes = ChunkSource.LEAST_CAPACITY;
  private boolean wantsRejects = true;

  Run(Path folder) {
    this.folder = folder;
  }

  Run emergencyRefused() {
    atStoppedInstitution = Verdict.REFUSED;
    return this;
  }

  Run threads(int count) {
    threads = count;
    return this;
  }

  Run chunks(int bytes) {
    chunkBytes = bytes;
    return this;
  }

  Run withoutRejects() {
    wantsRejects = false;
    return this;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  Path write(String name, byte[] bytes) {
    try {
      // Some file systems wait for the disk when a file is written over, not when it is new.
      Files.deleteIfExists(path(name));
      return Files.write(path(name), bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Run standings(String text) {
    write("S.csv", text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Run claims(String text) {
    return claims(text.getBytes(StandardCharsets.UTF_8));
  }

  Run claims(byte[] bytes) {
    write("C.csv", bytes);
    return this;
  }

  MatchFiles files() {
    return new MatchFiles(
        path("S.csv"), path("C.csv"), path("V.csv"), path("T.json"), wantsRejects ? path("R.csv") : null);
  }

  Summary run() throws IOException {
    return run(files());
  }

  Summary run(MatchFiles files) throws IOException {
    return MatchRun.run(files, new MatchOptions(atStoppedInstitution, threads, chunkBytes), Progress.SILENT);
  }

  /** The verdict and cause of one claim line, given the standings; the line lacks its end. */
  String verdict(String standingRows, String claimLine) throws IOException {
    standings(STANDINGS + standingRows).claims(CLAIMS + claimLine + "\n").run();
    List<String> lines = text("V.csv").lines().skip(1).toList();
    return lines.size() == 1 ? lines.getFirst() : "rejected " + text("R.csv");
  }

  /** Takes away what a run wrote, so that the next one need not write over it. */
  void forget() throws IOException {
    for (String name : List.of("V.csv", "R.csv", "T.json")) {
      Files.deleteIfExists(path(name));
    }
  }

  String text(String name) throws IOException {
    return Files.readString(path(name));
  }

  /** The names of the files in the folder. */
  List<String> names() throws IOException {
    try (Stream<Path> names = Files.list(folder)) {
      return names.map(name -> name.getFileName().toString()).sorted().toList();
    }
  }
}
