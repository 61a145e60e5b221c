package cn.xingheng.core.register;

import cn.xingheng.core.basics.FactId;
import java.util.List;
import org.threeten.extra.LocalDateRange;

/**
 * 「机构停止结算期间」 A time in which an institution's agreement is suspended.
 *
 * @param days from the first day, to the restoration or the named last day
 * @param facts what suspended it and, where known, what restored it
 */
public record Halt(LocalDateRange days, List<FactId> facts) {

  public Halt {
    facts = List.copyOf(facts);
  }
}
