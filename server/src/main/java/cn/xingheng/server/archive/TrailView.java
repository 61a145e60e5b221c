package cn.xingheng.server.archive;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.server.house.Cited;
import cn.xingheng.server.house.Words;
import cn.xingheng.server.rulebook.ArticleLinks;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Function;

/**
 * The trail behind one figure of a dossier.
 *
 * @param title which figure it is
 * @param named the facts about this person that the trail names
 * @param at when it was reckoned
 */
public record TrailView(
    DossierAsk ask, String name, Phrase title, Trail trail, Map<FactId, Fact> named, String edition, String hash,
    OffsetDateTime at) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  public TrailView {
    named = Map.copyOf(named);
  }

  /** How a fact is shown: with its number, always, and what it is. */
  public Function<FactId, Cited> cited(Words words) {
    return id -> {
      Fact fact = named.get(id);
      return fact == null
          ? new Cited(id.value(), null)
          : new Cited(
              words.say("dossier.trail.fact", id.value(), words.say("kind." + fact.kind().word()),
                  fact.on().toString()),
              ask.page() + "#fact-" + id.value());
    };
  }

  /** Where an article of the edition is to be read. */
  public Function<String, Cited> cites() {
    return ArticleLinks.of(edition);
  }

  /** Edition, its hash, and when this was reckoned. */
  public String stamp(Words words) {
    return words.say("dossier.trail.stamp", edition, hash, at.format(MINUTE));
  }
}
