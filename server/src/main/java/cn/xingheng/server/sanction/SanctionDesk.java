package cn.xingheng.server.sanction;

import cn.xingheng.server.ledger.Answer;
import cn.xingheng.server.ledger.Ask;
import cn.xingheng.server.ledger.DecisionDesk;
import org.springframework.stereotype.Component;

/** Suspends, terminates, puts off, and settles what an institution stated. */
@Component
public class SanctionDesk {
  private final DecisionDesk decisions;

  SanctionDesk(DecisionDesk decisions) {
    this.decisions = decisions;
  }

  /** 暂停. */
  public Answer suspend(Ask ask) {
    return decisions.answer(Sanctioning.SUSPEND, ask);
  }

  /** 解除. */
  public Answer terminate(Ask ask) {
    return decisions.answer(Sanctioning.TERMINATE, ask);
  }

  /** 缓期. */
  public Answer defer(Ask ask) {
    return decisions.answer(new Deferring(), ask);
  }

  /** 核实申报. */
  public Answer settle(Ask ask) {
    return decisions.answer(new Settling(), ask);
  }
}
