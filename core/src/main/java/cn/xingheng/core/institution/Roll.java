package cn.xingheng.core.institution;

import cn.xingheng.core.basics.FactId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * 「机构名单」 What is gathered about one institution before its consequences are reckoned.
 *
 * @param counting what counts on a day, in its calendar year
 * @param roster the physicians on a day
 * @param days the days on which a tier may be reached: a deduction is decided, or the roster may change
 * @param decisions what the agency decided about the institution
 */
public record Roll(CountingOn counting, RosterOn roster, Set<LocalDate> days, List<Decision> decisions) {

  /** 「某日计分」 The points that count on a day. */
  @FunctionalInterface
  public interface CountingOn {
    /** What counts on the day. */
    Counted on(LocalDate day);
  }

  /**
   * 「年内计分」 The points for acts at the institution that count in the calendar year of a day, decided by then.
   *
   * @param facts the deductions; none where only sums are known
   */
  public record Counted(int points, List<FactId> facts) {

    public Counted {
      facts = List.copyOf(facts);
    }
  }

  /** 「某日名单」 The physicians of an institution on a day. */
  @FunctionalInterface
  public interface RosterOn {
    /** The roster on the day. */
    Roster on(LocalDate day);
  }

  /** 「机构处理」 A decision about the institution. */
  public record Decision(FactId fact, LocalDate day) {}

  public Roll {
    days = Set.copyOf(days);
    decisions = List.copyOf(decisions);
  }

  /**
   * The roll that a tally gives: its answers are the same, its trail names no facts of physicians.
   *
   * @param headcount the stated number of physicians on a day, or null to count
   */
  public static Roll of(Tally tally, Function<LocalDate, @Nullable Integer> headcount, List<Decision> decisions) {
    return new Roll(
        day -> new Counted(tally.on(day).points(), List.of()),
        day -> new Roster(tally.on(day).inForce(), tally.on(day).ended(), headcount.apply(day), List.of()),
        tally.looked(),
        decisions);
  }
}
