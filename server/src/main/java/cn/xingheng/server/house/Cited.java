package cn.xingheng.server.house;

import cn.xingheng.core.basics.FactId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How something that a trail names is shown: a fact, an article.
 *
 * @param label the words
 * @param href where it is to be seen, or null when there is no such page
 */
public record Cited(String label, @Nullable String href) {
  /** A fact by its bare number. */
  public static final Function<FactId, Cited> BARE_FACT = fact -> new Cited(fact.value(), null);

  /** An article by its short form. */
  public static final Function<String, Cited> BARE_ARTICLE = article -> new Cited(article, null);
}
