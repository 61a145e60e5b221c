package cn.xingheng.server.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A citizen identity number by GB 11643: six digits of an area, the day of birth, three digits of order whose last is
 * odd for a man, and a check digit.
 *
 * <p>The area is not looked up: areas come and go, and a number keeps the area under which it was issued.
 *
 * @param value 18 characters, the last a digit or a capital X
 */
public record IdentityNumber(String value) {

  private static final int LENGTH = 18;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";
  private static final int SHOWN = 4;

  /** Refuses what is no identity number. */
  public IdentityNumber {
    Optional<Flaw> flaw = flaw(value);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("no identity number, " + flaw.get() + ": " + masked(value));
    }
  }

  /** What can be wrong with a text that should be an identity number, in the order in which it is looked for. */
  public enum Flaw {
    /** It has not 18 characters. */
    LENGTH,
    /** A character is neither a digit nor, in the last place, a capital X. */
    CHARACTERS,
    /** The eight digits of the birthday are no day of the calendar. */
    BIRTH,
    /** The last character does not follow from the others. */
    CHECK_DIGIT
  }

  /** The first thing wrong with a text, or nothing. */
  public static Optional<Flaw> flaw(String text) {
    if (text.length() != LENGTH) {
      return Optional.of(Flaw.LENGTH);
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && !(c == 'X' && i == LENGTH - 1)) {
        return Optional.of(Flaw.CHARACTERS);
      }
    }
    if (birthOf(text).isEmpty()) {
      return Optional.of(Flaw.BIRTH);
    }
    return text.charAt(LENGTH - 1) == checkDigit(text) ? Optional.empty() : Optional.of(Flaw.CHECK_DIGIT);
  }

  /** The check digit that follows from the first 17 digits; what stands behind them is not looked at. */
  public static char checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
  }

  /** The day of birth. */
  public LocalDate birth() {
    return birthOf(value).orElseThrow();
  }

  /** The sex that the last digit of the order tells. */
  public Sex sex() {
    return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  /** As it may be shown to everybody: the first four characters, asterisks, the last four. */
  public String masked() {
    return masked(value);
  }

  /**
   * A text with all but its first and last four characters replaced by asterisks, ten of them in a whole number; of a
   * text too short for that nothing is shown.
   */
  public static String masked(String text) {
    int hidden = text.length() - 2 * SHOWN;
    if (hidden <= 0) {
      return "*".repeat(text.length());
    }
    return text.substring(0, SHOWN) + "*".repeat(hidden) + text.substring(text.length() - SHOWN);
  }

  private static Optional<LocalDate> birthOf(String text) {
    try {
      return Optional.of(LocalDate.of(
          Integer.parseInt(text, 6, 10, 10), Integer.parseInt(text, 10, 12, 10), Integer.parseInt(text, 12, 14, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
