package cn.xingheng.cluster;

import cn.xingheng.match.MatchedSplit;
import cn.xingheng.match.UnusableInput;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a task did: what its split held, and under which name its files lie in the temporary folders.
 *
 * @param unusable why the split could not be matched, then {@code matched} says nothing; trying again would not help
 */
record Done(Split split, MatchedSplit matched, String name, @Nullable UnusableInput unusable) implements Serializable {
  /** Files of the name in the temporary folder of the verdicts. */
  static final String TOTALS = ".totals";

  boolean hasVerdicts() {
    return matched.records() > matched.rejected() || split.isFirst();
  }
}
