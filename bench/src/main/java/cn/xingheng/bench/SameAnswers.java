package cn.xingheng.bench;

import java.io.IOException;
import java.nio.file.Path;

/** 「同一答案」 Says whether two programs gave the same verdict and cause for every line, and the same totals. */
final class SameAnswers {
  private SameAnswers() {}

  /**
   * Holds the answers of two programs to a file of so many lines against each other.
   *
   * @throws Disagreement at the first difference
   */
  static void check(Path verdicts, Path totals, Path otherVerdicts, Path otherTotals, int lines) throws IOException {
    Verdicts.Texts texts = new Verdicts.Texts();
    Verdicts.read(verdicts, lines, texts).mustEqual(Verdicts.read(otherVerdicts, lines, texts));
    Totals.read(totals).mustEqual(Totals.read(otherTotals));
  }
}
