package cn.xingheng.core.standing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 「原因」 Why a standing is not plainly effective, or why a claim line is not plainly payable.
 *
 * <p>The order of the constants is the order of precedence: where one word is wanted, it is the first that applies.
 * Each constant carries the word used in files and interfaces.
 */
public enum Cause {
  NO_CODE("no-code"),
  UNKNOWN_CODE("unknown-code"),
  OTHER_INSTITUTION("other-institution"),
  NOT_SIGNED("not-signed"),
  LEFT("left"),
  TERMINATED("terminated"),
  BARRED("barred"),
  EXPIRED("expired"),
  LICENCE_REVOKED("licence-revoked"),
  REGISTRATION_CANCELLED("registration-cancelled"),
  PRACTICE_SUSPENDED("practice-suspended"),
  PRESCRIBING_STOPPED("prescribing-stopped"),
  POINTS("points"),
  RESUMPTION_REFUSED("resumption-refused"),
  PENDING_REVIEW("pending-review"),
  NOT_APPLIED("not-applied"),
  INSTITUTION("institution"),
  STATED("stated");

  private static final Map<String, Cause> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Cause::word, Function.identity()));

  private final String word;

  Cause(String word) {
    this.word = word;
  }

  /** The word of this cause in case files, standings files and interfaces. */
  public String word() {
    return word;
  }

  /** The cause with this word, or empty when there is none. */
  public static Optional<Cause> find(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
