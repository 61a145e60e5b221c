package cn.xingheng.server.facts;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.House;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything the reckoning needs about one person.
 *
 * @param province the organisation of the province
 * @param facts in the order in which they were recorded
 * @param notes what is recorded beside each fact
 */
public record Gathered(
    PersonId person, String province, Law law, House house, List<Fact> facts, Map<FactId, Note> notes) {
  public Gathered {
    facts = List.copyOf(facts);
    notes = Map.copyOf(notes);
  }

  /** The person's history, judged. */
  public History history() {
    return History.reckon(law, house, facts);
  }

  /** The same with one more fact. */
  public List<Fact> with(Fact more) {
    List<Fact> all = new ArrayList<>(facts);
    all.add(more);
    return all;
  }
}
