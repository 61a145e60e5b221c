package cn.xingheng.server.register;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a name sounds, for sorting and searching; reckoned when it is written down. */
public final class Pinyin {
  private static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names; NFD; Lower");

  private Pinyin() {}

  /** The syllables of a name, lower case, without tones: {@code shan xin}; ü stands as v. */
  public static String of(String name) {
    String sounds;
    synchronized (NAMES) {
      sounds = NAMES.transliterate(name.strip());
    }
    return sounds.replace("u\u0308", "v").replaceAll("\\p{M}", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip()
        .toLowerCase(Locale.ROOT);
  }

  /** The first letters of the syllables. */
  public static String initials(String pinyin) {
    return Arrays.stream(pinyin.split(" ")).filter(part -> !part.isEmpty()).map(part -> part.substring(0, 1))
        .collect(Collectors.joining());
  }
}
