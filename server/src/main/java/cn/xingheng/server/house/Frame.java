package cn.xingheng.server.house;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows around its content.
 *
 * @param viewer who is signed in, or null before that
 * @param csrf the token that every form carries
 * @param path path and query of this page, for the language switch
 * @param today the day in Beijing
 * @param demo whether data are invented
 * @param partial whether only the content is asked for (htmx)
 * @param said what the write before this page did, in a sentence, or null
 */
public record Frame(
    Words words,
    @Nullable Viewer viewer,
    String csrf,
    String path,
    LocalDate today,
    boolean demo,
    boolean partial,
    @Nullable String said) {

  /** A frame that follows no write. */
  public Frame(
      Words words, @Nullable Viewer viewer, String csrf, String path, LocalDate today, boolean demo, boolean partial) {
    this(words, viewer, csrf, path, today, demo, partial, null);
  }

  /** The sentence with this key. */
  public String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  /** Whether the signed-in person holds the right anywhere. */
  public boolean may(Right right) {
    return viewer != null && viewer.may(right);
  }

  /** This page's address in the other language. */
  public String switched() {
    String other = words.chinese() ? "en" : "zh";
    String bare = path.replaceAll("([?&])lang=[a-z]*&?", "$1").replaceAll("[?&]$", "");
    return bare + (bare.contains("?") ? "&" : "?") + "lang=" + other;
  }
}
