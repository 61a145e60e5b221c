package cn.xingheng.core.standing;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.rulebook.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 「被撤销的扣分」 A deduction that was taken and does not stand any more: withdrawn, or an objection to it succeeded.
 *
 * @param fact as it read last
 * @param on the day it was overturned; it counts on no day, this one is for people
 * @param by what overturned it
 */
public record Overturned(Deducted fact, Item item, LocalDate on, List<FactId> by) {

  public Overturned {
    by = List.copyOf(by);
  }

  /** The points it once had. */
  public int points() {
    return Math.multiplyExact(item.points(), fact.times());
  }

  /** All of one dossier, in order of decision. */
  public static List<Overturned> reckon(Dossier dossier) {
    Map<FactId, Deducted> last = new LinkedHashMap<>();
    for (Fact fact : dossier.recorded()) {
      if (fact instanceof Deducted deducted) {
        last.put(deducted.id(), deducted);
      }
    }
    List<Overturned> found = new ArrayList<>();
    for (Deducted deducted : last.values()) {
      List<FactId> by = dossier.known().overturning(deducted.id());
      LocalDate on =
          by.stream().flatMap(id -> dossier.known().find(id).stream()).map(Fact::on).min(LocalDate::compareTo)
              .orElse(LocalDate.MAX);
      if (!by.isEmpty()) {
        dossier.law().edition().findItem(deducted.item())
            .ifPresent(item -> found.add(new Overturned(deducted, item, on, by)));
      }
    }
    found.sort(Comparator.comparing((Overturned one) -> one.fact().on()).thenComparing(one -> one.fact().id()));
    return List.copyOf(found);
  }
}
