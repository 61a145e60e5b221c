package cn.xingheng.core.sanction;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.facts.DecisionFact.BarExtended;
import cn.xingheng.core.facts.DecisionFact.Deferred;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.ReviewFact.ObjectionAnswered;
import cn.xingheng.core.facts.ReviewFact.Objected;
import java.util.List;
import java.util.Map;

/**
 * 「处理卷宗」 The decided suspensions and terminations of one person as known, with what was recorded about each.
 *
 * @param decisions in order of decision, then by id; void ones left out
 * @param deferrals by the sanction they put off
 * @param objections by the decision objected to
 * @param answers by the decision objected to
 * @param extensions by the termination whose bar they lengthen
 */
public record Docket(
    List<SanctionDecision> decisions,
    Map<FactId, List<Deferred>> deferrals,
    Map<FactId, List<Objected>> objections,
    Map<FactId, ObjectionAnswered> answers,
    Map<FactId, List<BarExtended>> extensions) {

  /** The deferrals of a sanction. */
  public List<Deferred> deferrals(FactId sanction) {
    return deferrals.getOrDefault(sanction, List.of());
  }

  /** The objections to a decision. */
  public List<Objected> objections(FactId decision) {
    return objections.getOrDefault(decision, List.of());
  }

  /** The extensions of the bar of a termination. */
  public List<BarExtended> extensions(FactId termination) {
    return extensions.getOrDefault(termination, List.of());
  }
}
