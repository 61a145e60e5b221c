package cn.xingheng.server.sanction;

import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.sanction.Sanction;
import java.util.List;

/**
 * What an institution stated, and the decisions that it may be about.
 *
 * @param decisions the standing suspensions and terminations of the person
 */
public record SettleSheet(Stated stated, List<Sanction> decisions) {

  public SettleSheet {
    decisions = List.copyOf(decisions);
  }
}
