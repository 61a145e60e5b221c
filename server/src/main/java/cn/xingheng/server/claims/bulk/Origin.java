package cn.xingheng.server.claims.bulk;

import java.util.Locale;

/** Where a settled line came from. */
public enum Origin {
  /** a file that the agency loaded */
  LOADED,
  /** a message of a hospital's system */
  UPLOADED;

  /** The word in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
