package cn.xingheng.server.rulebook;

import cn.xingheng.server.house.Cited;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Where an article of an edition is to be seen: its anchor on the edition's page. */
public final class ArticleLinks {

  private ArticleLinks() {}

  /** Links into the page of an edition. */
  public static Function<String, Cited> of(String edition) {
    String page = "/rules/" + encoded(edition) + "#";
    return article -> new Cited(article, page + encoded(anchor(article)));
  }

  /** The name of an article's anchor. */
  public static String anchor(String article) {
    return "cite-" + article.strip().replaceAll("\\s+", "_");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
