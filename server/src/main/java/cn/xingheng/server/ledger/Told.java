package cn.xingheng.server.ledger;

import cn.xingheng.core.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The recorded fact that a form is about.
 *
 * @param document the document it rests on, or null
 * @param text what stands beside it, or null
 */
public record Told(Fact fact, @Nullable String document, @Nullable String text) {

  /** The fact of a scene with what stands beside it. */
  public static Told of(Scene scene) {
    Fact fact = scene.target();
    var note = scene.gathered().notes().get(fact.id());
    return new Told(fact, note == null ? null : note.document(), note == null ? null : note.text());
  }
}
