package cn.xingheng.server.facts;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.server.house.Viewer;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One fact that somebody decided to record about an institution's own agreement.
 *
 * @param on its legal day, not after today
 * @param fact makes the fact of the id and the days the house gives it
 * @param document the number of the document, or null
 * @param text why, or null
 * @param key the key of this write: the same key again is the same write
 */
public record InstitutionRecording(
    Viewer viewer, InstitutionId institution, LocalDate on, Function<Head, Fact> fact, @Nullable String document,
    @Nullable String text, String key) {
  public InstitutionRecording {
    Objects.requireNonNull(key);
  }
}
