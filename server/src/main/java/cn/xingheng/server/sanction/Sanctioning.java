package cn.xingheng.server.sanction;

import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.FactKind;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.server.ledger.Act;
import cn.xingheng.server.ledger.Draft;
import cn.xingheng.server.ledger.Fields;
import cn.xingheng.server.ledger.SanctionPart;
import cn.xingheng.server.ledger.Scene;
import cn.xingheng.server.ledger.Sentence;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 暂停、解除: what the points or a finding require or allow.
 *
 * @param kind of the decision
 */
record Sanctioning(FactKind kind, String word) implements Act {
  static final Sanctioning SUSPEND = new Sanctioning(FactKind.SUSPENDED, "suspend");
  static final Sanctioning TERMINATE = new Sanctioning(FactKind.TERMINATED, "terminate");

  @Override
  public Map<String, String> start(Scene scene) {
    return Map.of("on", scene.today().toString());
  }

  @Override
  public @Nullable Draft draft(Scene scene, Fields fields) {
    return new SanctionPart(scene, kind, null).draft(fields);
  }

  @Override
  public Object sheet(Scene scene, Fields fields) {
    return new SanctionPart(scene, kind, null).sheet(fields);
  }

  @Override
  public Sentence button(Foresight foresight) {
    Integer length = foresight.unsaved() instanceof SanctionDecision decision ? decision.length() : null;
    return Sentence.of("forms.button." + word, length == null ? 0 : length);
  }
}
