package cn.xingheng.core.standing;

import cn.xingheng.core.basics.Trail;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * 「资格判断」 The standing of one physician at one institution on one day, with every cause and its trail.
 *
 * @param causes all that apply, in order of precedence; empty when effective
 */
public record Qualification(Standing standing, Set<Cause> causes, Trail trail) {

  public Qualification {
    causes = Collections.unmodifiableSet(new TreeSet<>(causes));
  }

  /** The first cause that applies, or empty when the standing is effective. */
  public Optional<Cause> first() {
    return causes.stream().findFirst();
  }
}
