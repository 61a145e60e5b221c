package cn.xingheng.server.claims.bulk;

import org.jspecify.annotations.Nullable;

/** Which lines of a run; null is all, and an empty physician or cause is none. */
public record LineFilter(
    @Nullable String institution, @Nullable String physician, @Nullable String verdict, @Nullable String because) {

  /** All of them. */
  static final LineFilter ALL = new LineFilter(null, null, null, null);
}
