package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;
import java.util.Set;

/**
 * 「处理规则」 A rule about a person: when this, then that, as a duty or at discretion.
 *
 * @param over the ids of the rules it goes before where both apply
 */
public record Rule(
    String id,
    Trigger trigger,
    Force force,
    Consequence consequence,
    Set<String> over,
    Citation citation,
    String gloss) {

  public Rule {
    over = Set.copyOf(over);
  }
}
