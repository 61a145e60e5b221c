package cn.xingheng.server.ledger;

import cn.xingheng.core.foresight.Foresight;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One kind of form: what it asks and which fact it makes. It reckons nothing of the law and knows no clock. */
public interface Act {

  /** The last part of its address and the name of its template. */
  String word();

  /** What the form starts with where nothing was sent. */
  Map<String, String> start(Scene scene);

  /** Whether what it starts with is a recorded fact, whose changed fields are marked. */
  default boolean corrects() {
    return false;
  }

  /** The decision as far as the fields say one, or null; what is wrong with a field is noted there. */
  @Nullable Draft draft(Scene scene, Fields fields);

  /** What the form offers to choose from. */
  Object sheet(Scene scene, Fields fields);

  /** The words of the button: the act and its amount. */
  Sentence button(Foresight foresight);
}
