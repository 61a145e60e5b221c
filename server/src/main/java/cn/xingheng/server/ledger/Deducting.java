package cn.xingheng.server.ledger;

import cn.xingheng.core.foresight.Foresight;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 扣分: points for one violation. */
final class Deducting implements Act {

  @Override
  public String word() {
    return "deduct";
  }

  @Override
  public Map<String, String> start(Scene scene) {
    return DeductionPart.start(scene);
  }

  @Override
  public @Nullable Draft draft(Scene scene, Fields fields) {
    return new DeductionPart(scene, true).draft(fields);
  }

  @Override
  public Object sheet(Scene scene, Fields fields) {
    return new DeductionPart(scene, true).sheet();
  }

  @Override
  public Sentence button(Foresight foresight) {
    int more = foresight.ladderAfter().total() - foresight.ladderBefore().total();
    return Sentence.of("forms.button.deduct", more);
  }
}
