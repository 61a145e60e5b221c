package cn.xingheng.core.basics;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * 「条文出处」 Where in a regulation something stands.
 *
 * @param articles one or more article references in the short form of the edition, such as 细则三(二)
 */
public record Citation(List<String> articles) {

  /** Refuses a citation of nothing. */
  public Citation {
    articles = List.copyOf(articles);
    if (articles.isEmpty() || articles.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a citation names at least one article: " + articles);
    }
  }

  /** The citation of these articles. */
  public static Citation of(String... articles) {
    return new Citation(List.of(articles));
  }

  /** This citation and others, each article once. */
  public Citation and(Citation... others) {
    Set<String> all = new LinkedHashSet<>(articles);
    for (Citation other : others) {
      all.addAll(other.articles);
    }
    return new Citation(List.copyOf(all));
  }

  @Override
  public String toString() {
    return String.join("、", articles);
  }
}
