package cn.xingheng.law.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The nearest known word to a word that is not known. */
public final class Near {

  private Near() {}

  /** The known word that is fewest letters away, or empty when none is close. */
  public static Optional<String> find(String word, Collection<String> known) {
    return known.stream()
        .filter(other -> distance(word, other) <= Math.max(1, Math.min(word.length(), other.length()) / 2))
        .min(Comparator.comparingInt((String other) -> distance(word, other)).thenComparing(other -> other));
  }

  /** What to do about an unknown word: the nearest one, or the list of those that are known. */
  public static String hint(String word, Collection<String> known) {
    return find(word, known)
        .map(near -> "你想写的是 `" + near + "`")
        .orElseGet(() -> known.isEmpty() ? "这里什么都不写" : "这里可写的是：" + String.join("、", known));
  }

  /** How many letters must be put in, taken out or changed to get from one word to the other. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
