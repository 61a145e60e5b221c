package cn.xingheng.server.claims.bulk;

import java.util.Locale;

/** Why an item came to be, or was withdrawn. */
public enum Reason {
  /** the verdict turned */
  TURNED,
  /** the hospital cancelled the upload */
  CANCELLED,
  /** the hospital uploaded the line again */
  REPLACED,
  /** the agency loaded the line with its month */
  LOADED;

  /** The word in tables and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason of a word. */
  static Reason of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
