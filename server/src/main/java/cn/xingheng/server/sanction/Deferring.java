package cn.xingheng.server.sanction;

import cn.xingheng.core.facts.DecisionFact.Deferred;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.ledger.Act;
import cn.xingheng.server.ledger.Draft;
import cn.xingheng.server.ledger.Fields;
import cn.xingheng.server.ledger.Scene;
import cn.xingheng.server.ledger.Sentence;
import cn.xingheng.server.ledger.Told;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 缓期: the effect of a decided sanction put off; it begins the day after. */
final class Deferring implements Act {

  @Override
  public String word() {
    return "defer";
  }

  @Override
  public Map<String, String> start(Scene scene) {
    return Map.of("on", scene.today().toString());
  }

  @Override
  public @Nullable Draft draft(Scene scene, Fields fields) {
    SanctionDecision decision = decision(scene);
    LocalDate on = fields.past("on", scene.today());
    fields.needed("through");
    LocalDate through = fields.day("through");
    String text = fields.needed("text");
    String document = fields.needed("document");
    return through == null
        ? null
        : new Draft(
            on, scene.siteIn(decision.by()),
            head -> new Deferred(head, scene.person(), decision.id(), through), document, text);
  }

  private static SanctionDecision decision(Scene scene) {
    Fact fact = scene.target();
    if (fact instanceof SanctionDecision decision) {
      return decision;
    }
    throw Problem.of(422, "forms.defer.kind");
  }

  @Override
  public Object sheet(Scene scene, Fields fields) {
    return new DeferSheet(
        Told.of(scene), scene.dossier().sanction(decision(scene).id()).map(Sanction::first).orElse(null));
  }

  @Override
  public Sentence button(Foresight foresight) {
    String through = foresight.unsaved() instanceof Deferred deferred ? deferred.through().toString() : "";
    return Sentence.of("forms.button.defer", through);
  }
}
