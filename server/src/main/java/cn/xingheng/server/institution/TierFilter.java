package cn.xingheng.server.institution;

import cn.xingheng.core.basics.Share;
import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.rulebook.InstitutionTier;
import cn.xingheng.core.rulebook.Law;
import java.util.Locale;
import java.util.Optional;

/** Which institutions somebody looks for by the tier they have reached. */
public enum TierFilter {
  /** All of them. */
  ANY,
  /** At a tier. */
  AT,
  /** Not at the next tier, but with three quarters of the points or of the share for it. */
  CLOSE;

  private static final int QUARTERS = 3;
  private static final int WHOLE = 4;

  /** The word in an address. */
  public String word() {
    return this == ANY ? "" : name().toLowerCase(Locale.ROOT);
  }

  /** The filter of a word; of any other word all. */
  static TierFilter of(String word) {
    for (TierFilter one : values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    return ANY;
  }

  /** Whether an institution that has reached this is looked for. */
  boolean takes(Law law, Consequence reached) {
    return switch (this) {
      case ANY -> true;
      case AT -> reached.tier().isPresent();
      case CLOSE -> {
        Optional<InstitutionTier> next = reached.next(law);
        yield next.isPresent() && close(reached, next.get());
      }
    };
  }

  private static boolean close(Consequence reached, InstitutionTier next) {
    Share three =
        new Share(
            Math.multiplyExact(next.share().part(), QUARTERS), Math.multiplyExact(next.share().whole(), WHOLE));
    return reached.points() * WHOLE >= next.points() * QUARTERS || reached.endedShare().compareTo(three) >= 0;
  }
}
