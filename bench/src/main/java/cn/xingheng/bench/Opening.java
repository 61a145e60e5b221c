package cn.xingheng.bench;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.match.MatchFiles;
import cn.xingheng.match.MatchOptions;
import cn.xingheng.match.MatchRun;
import cn.xingheng.match.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * 「打开计时」 How long standings take to open: a run over a file of one line is little else.
 *
 * <p>{@code Opening STANDINGS CLAIMS VERDICTS SUMMARY} prints milliseconds of the first run in a fresh Java, which
 * loads its classes meanwhile, and the median of the six that follow.
 */
public final class Opening {
  private static final int AGAIN = 6;

  private Opening() {}

  /** Runs and prints. */
  public static void main(String[] args) throws IOException {
    MatchFiles files = new MatchFiles(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), null);
    double first = milliseconds(files);
    double[] again = new double[AGAIN];
    for (int i = 0; i < AGAIN; i++) {
      again[i] = milliseconds(files);
    }
    Arrays.sort(again);
    System.out.printf("%.0f %.0f%n", first, (again[AGAIN / 2 - 1] + again[AGAIN / 2]) / 2);
  }

  private static double milliseconds(MatchFiles files) throws IOException {
    long start = System.nanoTime();
    MatchRun.run(files, MatchOptions.of(Verdict.EXCEPTED, 1), Progress.SILENT);
    return (System.nanoTime() - start) / 1e6;
  }
}
