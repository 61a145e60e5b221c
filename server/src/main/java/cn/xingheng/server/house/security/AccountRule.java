package cn.xingheng.server.house.security;

import cn.xingheng.server.house.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an account and its password have to be. Long rather than odd: no rule about kinds of characters. */
public final class AccountRule {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;
  private static final int LONGEST_NAME = 64;
  private static final int FEWEST_DIFFERENT = 5;
  private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._@-]{2,64}");
  private static final Set<String> COMMON = common();

  private AccountRule() {}

  /** What is wrong with an account to be made, as a sentence, or null. */
  public static @Nullable String trouble(Words words, String login, String name, String password, String again) {
    if (!LOGIN.matcher(login).matches()) {
      return words.say("accounts.trouble.login");
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return words.say("accounts.trouble.name");
    }
    return trouble(words, login, password, again);
  }

  /** What is wrong with a password, as a sentence, or null. */
  public static @Nullable String trouble(Words words, String login, String password, String again) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return words.say("accounts.trouble.short", length);
    }
    if (length > LONGEST) {
      return words.say("accounts.trouble.long");
    }
    if (password.equalsIgnoreCase(login)) {
      return words.say("accounts.trouble.same");
    }
    if (common(password)) {
      return words.say("accounts.trouble.common");
    }
    return password.equals(again) ? null : words.say("accounts.trouble.again");
  }

  private static boolean common(String password) {
    String lower = password.toLowerCase(Locale.ROOT);
    String letters = lower.replaceAll("[^a-z]+$", "");
    return lower.chars().distinct().count() < FEWEST_DIFFERENT
        || COMMON.contains(lower)
        || COMMON.contains(letters)
        || run(lower);
  }

  /** Whether every character follows the one before it, up or down: 123456789012, zyxwvutsrqpo. */
  private static boolean run(String text) {
    for (int step : new int[] {1, -1}) {
      int by = step;
      boolean all =
          IntStream.range(1, text.length())
              .allMatch(at -> (text.charAt(at) - text.charAt(at - 1) + 10) % 10 == (by + 10) % 10);
      if (all) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> common() {
    InputStream file =
        Objects.requireNonNull(AccountRule.class.getResourceAsStream("/common-passwords.txt"), "common-passwords.txt");
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).collect(Collectors.toSet());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
