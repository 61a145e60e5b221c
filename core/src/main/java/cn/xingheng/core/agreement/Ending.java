package cn.xingheng.core.agreement;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * 「协议终结」 How an agreement ended.
 *
 * @param day the first day on which it is no longer in force
 * @param kinds what ended it, usually one
 * @param facts the facts that ended it
 */
public record Ending(LocalDate day, Set<Kind> kinds, List<FactId> facts, Citation citation) {

  public Ending {
    kinds = Set.copyOf(kinds);
    facts = List.copyOf(facts);
  }

  /** 「终结原因」 What can end an agreement. */
  public enum Kind {
    LEFT,
    TERMINATED,
    BARRED,
    EXPIRED,
    REGISTRATION_CANCELLED,
    INSTITUTION,
    REPLACED
  }
}
