package cn.xingheng.match;

import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * 「判定结果」 A verdict with its cause, and how the two end a line of the verdicts file.
 *
 * <p>There are few; they are worked out by {@link Verdict#of} once before the first line, not once a line.
 */
final class Outcome {
  private final Verdict verdict;
  private final @Nullable Cause cause;
  private final byte[] ending;

  private Outcome(Verdict verdict, @Nullable Cause cause) {
    this.verdict = verdict;
    this.cause = cause;
    String because = cause == null ? "" : cause.word();
    this.ending = ("," + verdict.word() + "," + because + "\n").getBytes(StandardCharsets.UTF_8);
  }

  Verdict verdict() {
    return verdict;
  }

  /** Why; null for a payable line, and for an unresolved one whose row names no cause. */
  @Nullable Cause cause() {
    return cause;
  }

  /** What follows the claim id, with the line feed. */
  byte[] ending() {
    return ending;
  }

  /** The place of the outcome of a finding in a setting, in the array from {@link #all}. */
  @SuppressWarnings("EnumOrdinal") // a place in an array of this run, never stored
  static int number(Setting setting, int finding) {
    return setting.ordinal() * Finding.COUNT + finding;
  }

  /** The outcome of every setting and finding. */
  static Outcome[] all(Verdict atStoppedInstitution) {
    Outcome[] all = new Outcome[Setting.values().length * Finding.COUNT];
    for (Setting setting : Setting.values()) {
      for (int finding = 0; finding < Finding.COUNT; finding++) {
        Standing standing = Finding.standing(finding);
        Cause cause = Finding.cause(finding);
        Verdict verdict = Verdict.of(standing, cause, setting, atStoppedInstitution);
        all[number(setting, finding)] = new Outcome(verdict, cause);
      }
    }
    return all;
  }
}
