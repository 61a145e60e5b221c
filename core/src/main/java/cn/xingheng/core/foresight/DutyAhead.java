package cn.xingheng.core.foresight;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.Force;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 「义务预见」 One duty as the new fact brings it, leaves it or takes it away.
 *
 * @param force whether it must or may be done
 * @param gloss what the rule says, in our own words
 * @param account the account whose agency has it
 * @param about the decision or measure it is about, or null when it is about a total
 * @param since the day it arises
 * @param done what has done it; empty while nothing has
 */
public record DutyAhead(
    Duty duty,
    Force force,
    Citation citation,
    String gloss,
    Account account,
    @Nullable FactId about,
    LocalDate since,
    Progress progress,
    List<FactId> done) {

  public DutyAhead {
    done = List.copyOf(done);
  }

  /** 「义务进度」 What the fact does to a duty. */
  public enum Progress {
    /** due because of the fact */
    NEW,
    /** due because of the fact, from a later day on */
    LATER,
    /** due already, and still due */
    STILL,
    /** done, by something recorded or by the fact itself */
    DONE,
    /** arisen, but there is no agreement left to act on */
    IDLE,
    /** due, now or later, and no longer so because of the fact */
    FALLS
  }
}
