package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.server.house.Viewer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a form.
 *
 * @param fact the recorded fact that the form is about, or null for a new decision
 * @param sent the fields as sent; empty when the form is opened
 */
public record Ask(Viewer viewer, PersonId person, @Nullable FactId fact, Step step, Map<String, String> sent) {

  /** How far somebody has come with a form. */
  public enum Step {
    OPEN,
    PREVIEW,
    RECORD
  }

  public Ask {
    sent = Map.copyOf(sent);
  }

  /** The key of this write. */
  String key() {
    return sent.getOrDefault("key", "");
  }

  /** The seal of the panel that was seen; empty when none was. */
  String seen() {
    return sent.getOrDefault("seen", "");
  }

  /** The newest fact that was known when the panel was seen. */
  String newest() {
    return sent.getOrDefault("newest", "");
  }
}
