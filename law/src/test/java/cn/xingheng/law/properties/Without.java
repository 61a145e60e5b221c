package cn.xingheng.law.properties;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DutyFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.ReviewFact;
import cn.xingheng.core.facts.RevisionFact;
import cn.xingheng.core.facts.StatementFact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes facts away. A fact that names another in {@code of} cannot stay when the other goes, for no file could say it:
 * both go together, and are judged together.
 */
final class Without {

  private Without() {}

  /** The fact and every fact that refers to it, directly or through others. */
  static Set<FactId> unit(List<Fact> facts, FactId id) {
    Set<FactId> unit = new LinkedHashSet<>(Set.of(id));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Fact fact : facts) {
        FactId of = of(fact);
        grown |= of != null && unit.contains(of) && unit.add(fact.id());
      }
    }
    return unit;
  }

  /** The facts without some of them. */
  static List<Fact> facts(List<Fact> facts, Set<FactId> gone) {
    return facts.stream().filter(fact -> !gone.contains(fact.id())).toList();
  }

  static @Nullable FactId of(Fact fact) {
    return switch (fact) {
      case RevisionFact revision -> revision.of();
      case StatementFact.StatementSettled settled -> settled.of();
      case ReviewFact.Objected objected -> objected.of();
      case ReviewFact.ObjectionAnswered answered -> answered.of();
      case ReviewFact.ResumptionAsked asked -> asked.of();
      case ReviewFact.ResumptionAnswered answered -> answered.of();
      case DecisionFact.BarExtended extended -> extended.of();
      case DecisionFact.Deferred deferred -> deferred.of();
      case DutyFact.Interviewed interviewed -> interviewed.of();
      case DutyFact.Notified notified -> notified.of();
      case Fact other -> null;
    };
  }
}
