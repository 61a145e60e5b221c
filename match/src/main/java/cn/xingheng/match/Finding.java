package cn.xingheng.match;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import org.jspecify.annotations.Nullable;

/**
 * 「查得」 What the standings say of a physician at an institution on a day: standing and cause, in one small number.
 *
 * <p>A number and not an object, because millions of rows hold one each.
 */
final class Finding {
  /** One more than the greatest finding. */
  static final int COUNT = Standing.values().length << 5;

  static final int NO_CODE = of(Standing.NONE, Cause.NO_CODE);
  static final int UNKNOWN_CODE = of(Standing.NONE, Cause.UNKNOWN_CODE);
  static final int OTHER_INSTITUTION = of(Standing.NONE, Cause.OTHER_INSTITUTION);
  static final int NOT_SIGNED = of(Standing.NONE, Cause.NOT_SIGNED);
  /** A row that says only that there is nothing to say: as if it were not there. */
  static final int NOTHING = of(Standing.NONE, null);

  private static final Standing[] STANDINGS = Standing.values();
  private static final Cause[] CAUSES = Cause.values();

  private Finding() {}

  @SuppressWarnings("EnumOrdinal") // lives in the memory of one run, never stored
  static int of(Standing standing, @Nullable Cause cause) {
    return standing.ordinal() << 5 | (cause == null ? 0 : cause.ordinal() + 1);
  }

  static Standing standing(int finding) {
    return STANDINGS[finding >> 5];
  }

  static @Nullable Cause cause(int finding) {
    int cause = finding & 31;
    return cause == 0 || cause > CAUSES.length ? null : CAUSES[cause - 1];
  }
}
