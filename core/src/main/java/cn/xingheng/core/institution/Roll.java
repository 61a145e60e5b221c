package cn.xingheng.core.institution;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * 「机构名单」 What is gathered about one institution before its consequences are reckoned.
 *
 * @param entries the standing deductions for acts there, of all physicians
 * @param counting of a day, those of them decided by then that count
 * @param roster the physicians on a day
 * @param days the days on which the roster may change
 * @param decisions what the agency decided about the institution
 */
public record Roll(
    List<Entry> entries,
    Function<LocalDate, List<Entry>> counting,
    RosterOn roster,
    Set<LocalDate> days,
    List<Decision> decisions) {

  /** 「某日名单」 The physicians of an institution on a day. */
  @FunctionalInterface
  public interface RosterOn {
    /** The roster on the day. */
    Roster on(LocalDate day);
  }

  /** 「机构处理」 A decision about the institution. */
  public record Decision(FactId fact, LocalDate day) {}

  /** The entries that count, of those decided by the day. */
  List<Entry> entriesOn(LocalDate day) {
    return counting.apply(day);
  }
}
