package cn.xingheng.bench;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.match.MatchFiles;
import cn.xingheng.match.MatchOptions;
import cn.xingheng.match.MatchRun;
import cn.xingheng.match.Progress;
import java.io.IOException;
import java.nio.file.Path;

/**
 * 「分段计时」 One run of ours with its phases: standings in, claims through.
 *
 * <p>{@code Phases STANDINGS CLAIMS VERDICTS SUMMARY THREADS} prints seconds before the first line of the claims, and
 * from there to the end, in a fresh process: the code is compiled while it runs, as in every run.
 */
public final class Phases {
  private Phases() {}

  /** Runs and prints. */
  public static void main(String[] args) throws IOException {
    MatchFiles files = new MatchFiles(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), null);
    MatchOptions options = MatchOptions.of(Verdict.EXCEPTED, Integer.parseInt(args[4]));
    long[] standingsDone = {System.nanoTime()};
    long start = standingsDone[0];
    Progress progress = (stage, bytes, ofBytes, lines) -> {
      if (stage == Progress.Stage.STANDINGS) {
        standingsDone[0] = System.nanoTime();
      }
    };
    MatchRun.run(files, options, progress);
    long end = System.nanoTime();
    System.out.printf("%.3f %.3f%n", (standingsDone[0] - start) / 1e9, (end - standingsDone[0]) / 1e9);
  }
}
