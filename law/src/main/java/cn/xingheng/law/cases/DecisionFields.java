package cn.xingheng.law.cases;

import cn.xingheng.core.basics.Money;
import cn.xingheng.core.facts.DecisionFact;

/** The fields of a decision about a physician: the way back from {@link DecisionFacts}. */
final class DecisionFields {

  private final FactFields fields;

  DecisionFields(FactFields fields) {
    this.fields = fields;
  }

  void put(DecisionFact fact) {
    if (!(fact instanceof DecisionFact.BarExtended) && !(fact instanceof DecisionFact.Deferred)) {
      fields.put("person", fact.person());
    }
    switch (fact) {
      case DecisionFact.Deducted deducted -> deducted(deducted);
      case DecisionFact.Suspended suspended -> {
        fields.put("months", suspended.months());
        sanction(suspended);
      }
      case DecisionFact.Terminated terminated -> {
        fields.put("bar-years", terminated.barYears());
        fields.put("fraud", terminated.fraud());
        sanction(terminated);
      }
      case DecisionFact.NotSuspended kept -> fields.put("because", kept.because());
      case DecisionFact.BarExtended extended -> {
        fields.put("of", extended.of());
        fields.put("bar-years", extended.barYears());
        fields.put("fraud", extended.fraud());
        fields.served(extended.served());
      }
      case DecisionFact.Deferred deferred -> {
        fields.put("of", deferred.of());
        fields.put("through", deferred.through());
      }
    }
  }

  private void sanction(DecisionFact.SanctionDecision decision) {
    fields.served(decision.served());
    fields.put("from", decision.from());
    fields.put("by", decision.by());
    fields.put("ground", decision.ground());
  }

  private void deducted(DecisionFact.Deducted fact) {
    fields.put("at", fact.at());
    fields.put("item", fact.item());
    fields.put("times", fact.times());
    fields.put("act", fact.actFrom().equals(fact.actThrough())
        ? fact.actFrom()
        : FactFields.ordered("from", fact.actFrom(), "through", fact.actThrough()));
    fields.put("incident", fact.incident());
    fields.put("decision", fact.decision());
    fields.served(fact.served());
    fields.put("loss-yuan", fact.loss().equals(Money.ZERO) && !fields.whole() ? null : fact.loss());
    DecisionFact.Responsibility found = fact.responsibility();
    fields.put("degree", found == null ? null : found.degree());
    fields.put("shift", found == null ? null : (Integer) found.shift());
    fields.put("points", found == null ? null : found.points());
    fields.put("inspection", found == null ? null : found.inspection());
  }
}
