package cn.xingheng.core.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * 「幅度」 A range of whole numbers, both ends included.
 *
 * @param from the least, 0 or more
 * @param through the most, or null when it is open
 */
public record Range(int from, @Nullable Integer through) {

  /** Refuses negative and empty ranges. */
  public Range {
    if (from < 0 || (through != null && through < from)) {
      throw new IllegalArgumentException("empty range: " + from + " to " + through);
    }
  }

  /** Whether the number lies in the range. */
  public boolean contains(int number) {
    return number >= from && (through == null || number <= through);
  }

  /** Whether the range holds one number only. */
  public boolean fixed() {
    return through != null && through == from;
  }

  @Override
  public String toString() {
    return fixed() ? Integer.toString(from) : through == null ? from + "以上" : from + "至" + through;
  }
}
