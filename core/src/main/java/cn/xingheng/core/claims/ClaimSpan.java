package cn.xingheng.core.claims;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.threeten.extra.LocalDateRange;

/**
 * 「资格区间」 Days in a row on which one physician stands the same at one site, as a claim line sees it.
 *
 * @param causes every cause, in order of precedence
 */
public record ClaimSpan(LocalDateRange days, Standing standing, Set<Cause> causes) {

  public ClaimSpan {
    causes = Collections.unmodifiableSet(new TreeSet<>(causes));
  }

  /** The first cause that applies, or empty when the standing is effective. */
  public Optional<Cause> first() {
    return causes.stream().findFirst();
  }

  /** 「判定变动」 Days in a row whose lines are decided otherwise than before. */
  public record Change(LocalDateRange days, Verdict before, Verdict after) {}
}
