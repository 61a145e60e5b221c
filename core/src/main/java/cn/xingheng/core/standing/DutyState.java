package cn.xingheng.core.standing;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.rulebook.Duty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 「义务状态」 One duty that has arisen, done or not.
 *
 * @param account the account whose agency has it
 * @param about the decision or measure it is about, or null when it is about a total
 * @param since the day it arose
 * @param due whether it is still to be done on the day asked about
 * @param steps what brought it and what did it
 */
public record DutyState(
    Duty duty, Account account, @Nullable FactId about, LocalDate since, boolean due, List<Step> steps) {

  public DutyState {
    steps = List.copyOf(steps);
  }
}
