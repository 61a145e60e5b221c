package cn.xingheng.server.ledger;

import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.server.house.Problem;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** 更正: how a recorded decision should have read; filling in service later is one too. */
final class Correcting implements Act {

  @Override
  public String word() {
    return "correct";
  }

  @Override
  public boolean corrects() {
    return true;
  }

  @Override
  public Map<String, String> start(Scene scene) {
    Told told = Told.of(scene);
    return switch (told.fact()) {
      case Deducted deducted -> DeductionPart.of(deducted);
      case SanctionDecision decision -> SanctionPart.of(decision, told.document());
      case Fact _ -> throw Problem.of(422, "forms.correct.kind");
    };
  }

  @Override
  public @Nullable Draft draft(Scene scene, Fields fields) {
    Fact fact = scene.target();
    String why = fields.needed("because");
    Draft as = part(scene, fields, fact);
    if (as == null) {
      return null;
    }
    LocalDate today = scene.today();
    Function<Head, Fact> corrected =
        head -> new Corrected(
            head, fact.id(), as.fact().apply(new Head(fact.id(), as.on(), fact.recorded())));
    return new Draft(today, Withdrawing.site(scene, fact), corrected, as.document(), why);
  }

  private static @Nullable Draft part(Scene scene, Fields fields, Fact fact) {
    return switch (fact) {
      case Deducted _ -> new DeductionPart(scene, false).draft(fields);
      case SanctionDecision decision -> new SanctionPart(scene, decision.kind(), decision).draft(fields);
      case Fact _ -> throw Problem.of(422, "forms.correct.kind");
    };
  }

  @Override
  public Object sheet(Scene scene, Fields fields) {
    Told told = Told.of(scene);
    Object part =
        told.fact() instanceof SanctionDecision decision
            ? new SanctionPart(scene, decision.kind(), decision).sheet(fields)
            : new DeductionPart(scene, false).sheet();
    return new CorrectionSheet(told, part);
  }

  @Override
  public Sentence button(Foresight foresight) {
    return Sentence.of("forms.button.correct");
  }
}
