package cn.xingheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * 「并列比较」 Two programs, run in turns, each in a process of its own, with equal answers or no figures at all.
 *
 * @param title what is compared
 * @param ours the first of each pair
 * @param peer the second
 * @param lines claim lines that both answer
 * @param runs how many pairs
 */
record Comparison(String title, Side ours, Side peer, int lines, int runs) {

  /** Runs all pairs; the section for the results. */
  String run(Path folder) throws IOException, InterruptedException {
    List<Measured> mine = new ArrayList<>();
    List<Measured> theirs = new ArrayList<>();
    List<String> loads = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      loads.add(Machine.load());
      mine.add(measure(ours, folder));
      theirs.add(measure(peer, folder));
      SameAnswers.check(ours.verdicts(), ours.totals(), peer.verdicts(), peer.totals(), lines);
      System.out.printf("%s, pair %d: %.2f s against %.2f s, CPU %.2f s against %.2f s%n", title, run + 1,
          mine.getLast().wall(), theirs.getLast().wall(), mine.getLast().cpu(), theirs.getLast().cpu());
    }
    return section(mine, theirs, loads);
  }

  private static Measured measure(Side side, Path folder) throws IOException, InterruptedException {
    Files.deleteIfExists(side.verdicts());
    Files.deleteIfExists(side.totals());
    if (!side.prepare().isEmpty()) {
      Measured.run(side.prepare(), folder);
    }
    return Measured.run(side.command(), folder);
  }

  private String section(List<Measured> mine, List<Measured> theirs, List<String> loads) {
    return table(ours.name(), mine, peer.name(), theirs) + String.format(Locale.ROOT,
        "%n%.3f and %.3f microseconds of CPU a line. In every pair verdict and cause of each line were equal, and the"
            + " totals. Load of the machine before each pair: %s.%n",
        1e6 * median(mine, Measured::cpu) / lines, 1e6 * median(theirs, Measured::cpu) / lines,
        String.join(", ", loads)) + said(theirs.getLast());
  }

  private String said(Measured last) {
    return last.said().isEmpty() ? "" : "\n" + peer.name() + " says of itself: " + last.said() + ".\n";
  }

  /** Both with their medians, and what the second takes for each unit of the first. */
  static String table(String name, List<Measured> runs, String otherName, List<Measured> otherRuns) {
    return "| | wall of each run, s | wall, s | CPU, s | peak, MB |\n| --- | --- | ---: | ---: | ---: |\n"
        + row(name, runs) + row(otherName, otherRuns)
        + String.format(Locale.ROOT, "| **%s / %s** | | **%.1f** | **%.1f** | **%.1f** |%n", otherName, name,
            median(otherRuns, Measured::wall) / median(runs, Measured::wall),
            median(otherRuns, Measured::cpu) / median(runs, Measured::cpu),
            median(otherRuns, Measured::megabytes) / median(runs, Measured::megabytes));
  }

  private static String row(String name, List<Measured> runs) {
    List<String> walls = runs.stream().map(run -> String.format(Locale.ROOT, "%.1f", run.wall())).toList();
    return String.format(Locale.ROOT, "| %s | %s | %.2f | %.2f | %.0f |%n", name, String.join(", ", walls),
        median(runs, Measured::wall), median(runs, Measured::cpu), median(runs, Measured::megabytes));
  }

  static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
