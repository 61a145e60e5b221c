package cn.xingheng.core.basics;

/**
 * 「占比」 An exact fraction, compared by cross-multiplication and never rounded.
 *
 * @param part how many of them, 0 or more
 * @param whole of how many, 1 or more; a share of nobody is 0 of 1
 */
public record Share(long part, long whole) implements Comparable<Share> {

  public static final Share NONE = new Share(0, 1);

  /** Refuses negative parts and a whole below one. */
  public Share {
    if (part < 0 || whole < 1) {
      throw new IllegalArgumentException("no share: " + part + "/" + whole);
    }
  }

  /**
   * The share written as {@code part/whole}, or as a whole number.
   *
   * @throws IllegalArgumentException when the text is neither
   */
  public static Share parse(String text) {
    int slash = text.indexOf('/');
    try {
      return slash < 0
          ? new Share(Long.parseLong(text.strip()), 1)
          : new Share(
              Long.parseLong(text.substring(0, slash).strip()), Long.parseLong(text.substring(slash + 1).strip()));
    } catch (NumberFormatException noNumber) {
      throw new IllegalArgumentException("a share is written as part/whole: " + text, noNumber);
    }
  }

  @Override
  public int compareTo(Share other) {
    return Long.compare(Math.multiplyExact(part, other.whole), Math.multiplyExact(other.part, whole));
  }

  @Override
  public String toString() {
    return part + "/" + whole;
  }
}
