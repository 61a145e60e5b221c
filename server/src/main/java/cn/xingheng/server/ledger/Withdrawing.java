package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.RevisionFact.Withdrawn;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.foresight.Foresight;
import java.time.LocalDate;
import java.util.Map;

/** 撤销: a recorded fact overturned, void from the start. */
final class Withdrawing implements Act {

  @Override
  public String word() {
    return "withdraw";
  }

  @Override
  public Map<String, String> start(Scene scene) {
    return Map.of("on", scene.today().toString());
  }

  @Override
  public Draft draft(Scene scene, Fields fields) {
    Fact fact = scene.target();
    LocalDate on = fields.past("on", scene.today());
    String text = fields.needed("text");
    String document = fields.needed("document");
    return new Draft(on, site(scene, fact), head -> new Withdrawn(head, fact.id()), document, text);
  }

  @Override
  public Object sheet(Scene scene, Fields fields) {
    return Told.of(scene);
  }

  @Override
  public Sentence button(Foresight foresight) {
    return Sentence.of("forms.button.withdraw");
  }

  /** The site whose states tell most about a fact. */
  static InstitutionId site(Scene scene, Fact fact) {
    InstitutionId site =
        switch (fact) {
          case Deducted deducted -> deducted.at();
          case AgreementFact agreement -> agreement.at();
          case Stated stated -> stated.at();
          case SanctionDecision decision -> scene.siteIn(decision.by());
          case Fact _ -> scene.sites().getFirst();
        };
    return scene.sites().contains(site) ? site : scene.sites().getFirst();
  }
}
