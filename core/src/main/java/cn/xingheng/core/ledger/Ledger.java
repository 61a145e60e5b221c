package cn.xingheng.core.ledger;

import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.threeten.extra.LocalDateRange;

/**
 * 「扣分台账」 The deductions of one person that stand, and what counts of them on a day (R3.1, L11).
 *
 * <p>One incident counts once, under its highest standing item, unless the edition reads otherwise.
 */
public final class Ledger {

  private final List<Entry> entries;
  private final boolean incidentOnce;

  private Ledger(List<Entry> entries, boolean incidentOnce) {
    this.entries = entries;
    this.incidentOnce = incidentOnce;
  }

  /** The ledger of these entries. */
  public static Ledger reckon(Law law, Collection<Entry> standing) {
    return new Ledger(
        standing.stream().sorted(Entry.ORDER).toList(), law.reads(ReadingKey.SAME_INCIDENT, "highest"));
  }

  /** Every deduction that stands, in order of decision. */
  public List<Entry> entries() {
    return entries;
  }

  /** The accounts that hold anything. */
  public Set<Account> accounts() {
    Set<Account> accounts = new LinkedHashSet<>();
    entries.forEach(entry -> accounts.add(entry.account()));
    return accounts;
  }

  /** The entries of an account decided up to the day, those absorbed by a higher item of their incident left out. */
  public List<Entry> counting(Account account, LocalDate asOf) {
    return counting(entry -> entry.account().equals(account), asOf);
  }

  /** As {@link #counting(Account, LocalDate)}, of the entries that count in a period. */
  public List<Entry> counting(Account account, LocalDateRange period, LocalDate asOf) {
    return counting(account, asOf).stream().filter(entry -> period.contains(entry.day())).toList();
  }

  /** The counting entries of all accounts. */
  public List<Entry> counting(LocalDate asOf) {
    return counting(entry -> true, asOf);
  }

  private List<Entry> counting(Predicate<Entry> wanted, LocalDate asOf) {
    List<Entry> found = new ArrayList<>(entries.size());
    Map<String, Entry> highest = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.on().isAfter(asOf) || !wanted.test(entry)) {
        continue;
      }
      String incident = entry.fact().incident();
      if (incident == null || !incidentOnce) {
        found.add(entry);
      } else {
        highest.merge(entry.account() + " " + incident, entry, Ledger::higher);
      }
    }
    found.addAll(highest.values());
    found.sort(Entry.ORDER);
    return found;
  }

  private static Entry higher(Entry one, Entry other) {
    return other.points() > one.points() ? other : one;
  }

  /** The sum of points. */
  public static int total(Collection<Entry> counted) {
    return counted.stream().mapToInt(Entry::points).reduce(0, Math::addExact);
  }

  /** The day on which a sum of the counted entries first reached so many points, or {@link LocalDate#MAX}. */
  public static LocalDate reached(List<Entry> counted, int points) {
    int sum = 0;
    for (Entry entry : counted) {
      sum += entry.points();
      if (sum >= points) {
        return entry.on();
      }
    }
    return LocalDate.MAX;
  }
}
