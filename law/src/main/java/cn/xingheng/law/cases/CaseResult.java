package cn.xingheng.law.cases;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * 「案例结果」 What came of one case.
 *
 * @param outcomes one for each entry of {@code expect}, in its order
 */
public record CaseResult(String name, String file, int line, List<Outcome> outcomes) {

  public CaseResult {
    outcomes = List.copyOf(outcomes);
  }

  /** Whether everything that was asserted holds. */
  public boolean passed() {
    return outcomes.stream().allMatch(Outcome::passed);
  }

  /**
   * 「逐条结果」 What came of one entry of {@code expect}.
   *
   * @param line its line in the file
   * @param actual the answer, or null when there is none
   * @param wrong the asserted fields that do not hold; empty also when there is no answer
   * @param why the trail, or why there is no answer
   */
  public record Outcome(
      int index,
      int line,
      SequencedMap<String, Object> expected,
      @Nullable SequencedMap<String, @Nullable Object> actual,
      List<String> wrong,
      List<String> why) {

    public Outcome {
      wrong = List.copyOf(wrong);
      why = List.copyOf(why);
    }

    /** Whether there is an answer, and it is as asserted. */
    public boolean passed() {
      return actual != null && wrong.isEmpty();
    }

    /** The part of the answer that was asked for, or null when there is no answer. */
    public @Nullable SequencedMap<String, @Nullable Object> asked() {
      return actual == null ? null : Comparison.asked(expected, actual);
    }
  }
}
