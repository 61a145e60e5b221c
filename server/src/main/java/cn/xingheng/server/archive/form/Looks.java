package cn.xingheng.server.archive.form;

import java.util.Set;
import java.util.regex.Pattern;

/** Takes away what is only look: blanks of all kinds, wide letters, the apostrophe that makes a text of a number. */
final class Looks {

  private static final char APOSTROPHE = '\'';
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern BLANKS_BESIDE_HAN = Pattern.compile("(?<=\\p{IsHan})\\s+|\\s+(?=\\p{IsHan})");
  private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]");
  private static final Pattern ODD_BLANKS = Pattern.compile("[\\p{Z}&&[^ ]]");
  private static final Set<String> NOTHING = Set.of("/", "\\", "-", "--", "—", "——", "无");

  private Looks() {}

  /** Without blanks around it and without invisible characters; blanks of other kinds become plain ones. */
  static String tidy(String text) {
    if (plain(text)) {
      return text.strip();
    }
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    return ODD_BLANKS.matcher(UNWANTED.matcher(lines).replaceAll("")).replaceAll(" ").strip();
  }

  /** Tidy, and without the apostrophe that may stand before it. */
  static String value(String text) {
    String tidy = tidy(text);
    return apostrophe(tidy) ? tidy.substring(1).strip() : tidy;
  }

  /** Whether somebody put an apostrophe before it, saying: this is a text, exactly as it stands. */
  static boolean apostrophe(String text) {
    return !text.isEmpty() && (text.charAt(0) == APOSTROPHE || text.charAt(0) == '＇');
  }

  /** Letters, digits and signs of the wide forms made narrow. */
  static String narrow(String text) {
    if (plain(text)) {
      return text;
    }
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      narrow.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c);
    }
    return narrow.toString();
  }

  /** Narrow, and without any blanks. */
  static String squeezed(String text) {
    String narrow = narrow(tidy(text));
    return BLANKS.matcher(narrow).find() ? BLANKS.matcher(narrow).replaceAll("") : narrow;
  }

  /** On one line, without the blanks that only stretch a Chinese name. */
  static String joined(String text) {
    if (!BLANKS.matcher(text).find()) {
      return text;
    }
    return BLANKS.matcher(BLANKS_BESIDE_HAN.matcher(text).replaceAll("")).replaceAll(" ");
  }

  /** Whether a cell says that there is nothing to say. */
  static boolean nothing(String value) {
    return value.isEmpty() || NOTHING.contains(narrow(value));
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }
}
