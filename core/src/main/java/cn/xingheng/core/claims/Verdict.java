package cn.xingheng.core.claims;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 「结算判定」 What the fund does with one claim line.
 *
 * <p>{@link #EXCEPTED}: payable by the emergency rule although the physician's standing forbids it (L3, M16, R2).
 * {@link #UNRESOLVED}: something needed is unknown; never silently payable or refused. An urgent line is
 * {@link #EXCEPTED} although an opening statement is not settled: the exception pays it whatever comes of it.
 */
public enum Verdict {
  PAYABLE,
  REFUSED,
  EXCEPTED,
  UNRESOLVED;

  /** The word of this verdict in files and interfaces. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The verdict on a line of this setting under this standing.
   *
   * @param cause the first cause that applies, or null when the standing is effective
   * @param atStoppedInstitution what an urgent line gets whose only cause is the institution's own stop,
   *     as the reading {@code emergency-at-stopped-institution} says
   */
  public static Verdict of(
      Standing standing,
      @Nullable Cause cause,
      Setting setting,
      Verdict atStoppedInstitution) {
    if (cause == Cause.NO_CODE) {
      return UNRESOLVED;
    }
    return switch (standing) {
      case UNRESOLVED -> cause == Cause.STATED && setting.urgent() ? EXCEPTED : UNRESOLVED;
      case EFFECTIVE -> PAYABLE;
      case SUSPENDED, ENDED, NONE -> {
        if (!setting.urgent()) {
          yield REFUSED;
        }
        yield cause == Cause.INSTITUTION ? atStoppedInstitution : EXCEPTED;
      }
    };
  }
}
