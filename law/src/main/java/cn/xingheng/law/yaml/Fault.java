package cn.xingheng.law.yaml;

/**
 * One thing that is wrong with a file.
 *
 * @param wrong what is wrong, one sentence
 * @param maybe what to do about it, without the word "Maybe" that is printed before it
 */
public record Fault(Place place, String wrong, String maybe) {

  /** Two lines: {@code FILE:LINE:COL: what is wrong} and {@code Maybe …}. */
  @Override
  public String toString() {
    return place + ": " + wrong + "\nMaybe " + maybe;
  }
}
