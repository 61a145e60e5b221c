package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 「施行日期」 From when and until when an edition is in force.
 *
 * @param from first day
 * @param through last day, or null while it has none
 * @param confirmed whether the first day stands in the text, or was confirmed by the agency
 * @param reading the name of the reading that may set another first day, or null
 */
public record InForce(
    LocalDate from,
    @Nullable LocalDate through,
    boolean confirmed,
    @Nullable String reading,
    Citation citation,
    String gloss) {

  /** The same with another first day. */
  public InForce starting(LocalDate other) {
    return new InForce(other, through, confirmed, reading, citation, gloss);
  }
}
