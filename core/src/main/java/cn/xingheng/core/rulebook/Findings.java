package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;
import java.util.Map;

/**
 * 「认定事由」 Grounds of suspension or termination that need no points: findings of the decision.
 *
 * @param months the range of a suspension on such a ground
 * @param barYears the range of a bar after a termination on such a ground
 * @param grounds by their number
 */
public record Findings(Range months, Range barYears, Citation citation, Map<String, Clause> grounds) {

  public Findings {
    grounds = Map.copyOf(grounds);
  }
}
