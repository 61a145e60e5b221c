package cn.xingheng.core.standing;

import java.util.Locale;
import java.util.Optional;

/**
 * 「资格状态」 Whether a physician's care at one institution is covered by an agreement on one day.
 *
 * <p>{@link #NONE}: never signed there up to that day. {@link #UNRESOLVED}: something needed is not known;
 * it is never read as a yes or a no.
 */
public enum Standing {
  EFFECTIVE,
  SUSPENDED,
  ENDED,
  NONE,
  UNRESOLVED;

  /** The word of this standing in case files and standings files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The standing with this word, or empty when there is none. */
  public static Optional<Standing> find(String word) {
    for (Standing standing : values()) {
      if (standing.word().equals(word)) {
        return Optional.of(standing);
      }
    }
    return Optional.empty();
  }
}
