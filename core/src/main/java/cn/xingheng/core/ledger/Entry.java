package cn.xingheng.core.ledger;

import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.rulebook.Item;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * 「台账条目」 One deduction that stands, in its account.
 *
 * @param day the day whose year it counts in (reading {@code points-year})
 * @param basis the facts that put it into this account: the agreement or the visiting post
 */
public record Entry(Deducted fact, Item item, Account account, LocalDate day, List<FactId> basis) {

  /** In order of decision, then by id. */
  public static final Comparator<Entry> ORDER =
      Comparator.comparing((Entry entry) -> entry.fact().on()).thenComparing(entry -> entry.fact().id());

  public Entry {
    basis = List.copyOf(basis);
  }

  /** Points of the item times how often. */
  public int points() {
    return Math.multiplyExact(item.points(), fact.times());
  }

  /** The day it was decided. */
  public LocalDate on() {
    return fact.on();
  }
}
