package cn.xingheng.core.standing;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.threeten.extra.LocalDateRange;

/**
 * 「资格时段」 Days in a row on which one physician stands the same at one site, for the same causes.
 *
 * @param days the first may have no beginning, the last no end
 * @param causes every cause, in order of precedence; empty when effective
 */
public record StandingSpan(LocalDateRange days, Standing standing, Set<Cause> causes) {

  public StandingSpan {
    causes = Collections.unmodifiableSet(new TreeSet<>(causes));
  }

  /** The first cause that applies, or empty when the standing is effective. */
  public Optional<Cause> first() {
    return causes.stream().findFirst();
  }

  private boolean same(StandingSpan other) {
    return standing == other.standing && causes.equals(other.causes);
  }

  /** This span and the next as one, or empty when they differ. */
  Optional<StandingSpan> join(StandingSpan next) {
    return same(next)
        ? Optional.of(
            new StandingSpan(LocalDateRange.of(days.getStart(), next.days.getEnd()), standing, causes))
        : Optional.empty();
  }
}
