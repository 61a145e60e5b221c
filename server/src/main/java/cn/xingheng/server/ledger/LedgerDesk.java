package cn.xingheng.server.ledger;

import org.springframework.stereotype.Component;

/** Records a deduction, withdraws a fact, corrects one. */
@Component
public class LedgerDesk {
  private final DecisionDesk decisions;

  LedgerDesk(DecisionDesk decisions) {
    this.decisions = decisions;
  }

  /** 扣分. */
  public Answer deduct(Ask ask) {
    return decisions.answer(new Deducting(), ask);
  }

  /** 撤销. */
  public Answer withdraw(Ask ask) {
    return decisions.answer(new Withdrawing(), ask);
  }

  /** 更正. */
  public Answer correct(Ask ask) {
    return decisions.answer(new Correcting(), ask);
  }
}
