package cn.xingheng.server.facts;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.server.house.Viewer;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One fact that somebody decided to record about a person.
 *
 * @param on its legal day, not after today
 * @param fact makes the fact of the id and the days the house gives it; what it makes shows whether two writes are one
 * @param document the number of the document, or null
 * @param text what happened, or null
 * @param key the key of this write: the same key again is the same write
 */
public record Recording(
    Viewer viewer, PersonId person, LocalDate on, Function<Head, Fact> fact, @Nullable String document,
    @Nullable String text, String key) {
  public Recording {
    Objects.requireNonNull(key);
  }
}
