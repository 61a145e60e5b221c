package cn.xingheng.core.sanction;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.rulebook.Rule;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.threeten.extra.LocalDateRange;

/**
 * 「处理依据」 A rule whose condition an account meets on a day.
 *
 * @param period the period whose total meets it
 * @param entries the counting entries it rests on
 * @param reached the day of the decision that met it
 */
public record Ground(Rule rule, Account account, LocalDateRange period, List<Entry> entries, LocalDate reached) {

  public Ground {
    entries = List.copyOf(entries);
  }

  /** The points it rests on. */
  public int total() {
    return Ledger.total(entries);
  }

  /** The day of the newest decision it rests on. */
  public LocalDate newest() {
    return entries.getLast().on();
  }

  /** Every fact it rests on: the deductions, and what put them into this account. */
  public List<FactId> facts() {
    Set<FactId> facts = new LinkedHashSet<>();
    entries.forEach(
        entry -> {
          facts.add(entry.fact().id());
          facts.addAll(entry.basis());
        });
    return List.copyOf(facts);
  }

  /** The step it is in a trail. */
  public Step step(List<String> readings) {
    String sum =
        entries.stream()
            .map(entry -> entry.points() + "（" + entry.item().id() + "）")
            .collect(Collectors.joining(" + "));
    return new Step(
        facts(), rule.citation(), readings, "账户 " + account + "：" + sum + " = " + total() + " 分，" + rule.gloss());
  }
}
