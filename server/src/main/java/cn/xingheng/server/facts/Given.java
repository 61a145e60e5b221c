package cn.xingheng.server.facts;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts that were judged elsewhere, about one person or about none.
 *
 * @param person whom they are about, or null for facts about institutions and money
 * @param document the document they rest on, or null
 * @param text what stands beside them, or null
 */
public record Given(
    @Nullable PersonId person, List<Fact> facts, @Nullable String document, @Nullable String text) {
  public Given {
    facts = List.copyOf(facts);
  }
}
