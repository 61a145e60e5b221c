package cn.xingheng.server.standing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody types to find a physician: the beginning of a name, of its sound or of a code.
 *
 * @param kind which of them
 * @param text ready to compare: a sound without blanks and tones, ü as v; a code in lower case
 */
public record Search(Kind kind, String text) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern LETTERS = Pattern.compile("[a-z]+");
  private static final Pattern CODE = Pattern.compile("[a-z0-9._-]*[0-9][a-z0-9._-]*");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\%_]");

  /** What the words are compared with. */
  public enum Kind {
    /** nothing is searched */
    NONE,
    /** 姓名 from its first character */
    NAME,
    /** initials, or syllables run together */
    SOUND,
    /** 医保医师编码; it always holds a digit */
    CODE
  }

  /** Reads what was typed, full width or half, with or without blanks and tones. */
  public static Search of(String typed) {
    String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
    String sound = Normalizer.normalize(plain.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replace("u\u0308", "v");
    String bare = MARKS.matcher(sound).replaceAll("").replaceAll("[\\s'’]", "");
    if (bare.isEmpty()) {
      return new Search(Kind.NONE, "");
    }
    if (LETTERS.matcher(bare).matches()) {
      return new Search(Kind.SOUND, bare);
    }
    return CODE.matcher(bare).matches() ? new Search(Kind.CODE, bare) : new Search(Kind.NAME, plain);
  }

  /** The text as the beginning of a LIKE pattern. */
  String pattern() {
    return SPECIAL.matcher(text).replaceAll("\\\\$0") + "%";
  }

  /** The first character. */
  String head() {
    return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
  }
}
