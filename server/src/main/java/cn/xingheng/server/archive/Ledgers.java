package cn.xingheng.server.archive;

import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.core.rulebook.Window;
import cn.xingheng.core.standing.Overturned;
import cn.xingheng.server.archive.DossierView.LedgerRow;
import cn.xingheng.server.archive.DossierView.LedgerYear;
import cn.xingheng.server.archive.DossierView.Struck;
import cn.xingheng.server.archive.DossierView.Was;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** The deductions by account and period, those that do not stand any more among them. */
final class Ledgers {
  private static final Comparator<LedgerRow> NEWEST =
      Comparator.comparing(LedgerRow::on).thenComparing(LedgerRow::id).reversed();

  private final Seen seen;
  private final Window window;
  private final Map<Key, List<LedgerRow>> rows = new HashMap<>();

  private record Key(Account account, LocalDateRange period) {}

  private Ledgers(Seen seen) {
    this.seen = seen;
    this.window = seen.edition().points().window();
  }

  static List<LedgerYear> reckon(Seen seen) {
    Ledgers ledgers = new Ledgers(seen);
    seen.dossier().ledger().entries().forEach(ledgers::standing);
    Overturned.reckon(seen.dossier()).forEach(ledgers::struck);
    Set<Account> accounts = new HashSet<>();
    ledgers.rows.keySet().forEach(key -> accounts.add(key.account()));
    List<LedgerYear> years = new ArrayList<>();
    ledgers.rows.forEach((key, rows) -> years.add(ledgers.year(key, rows, accounts.size() > 1)));
    years.sort(
        Comparator.comparing((LedgerYear year) -> year.period().getStart()).reversed()
            .thenComparing(LedgerYear::account));
    return years;
  }

  private LedgerYear year(Key key, List<LedgerRow> found, boolean several) {
    int total = Ledger.total(seen.dossier().ledger().counting(key.account(), key.period(), seen.asOf()));
    return new LedgerYear(
        key.period(), several ? key.account().toString() : "", total,
        Answers.remaining(seen.edition().points().budget(), total), !key.period().getEnd().isAfter(seen.asOf()),
        found.stream().sorted(NEWEST).toList());
  }

  private void put(Account account, LocalDate day, LedgerRow row) {
    LocalDateRange period = seen.dossier().periods().of(window, account, day);
    rows.computeIfAbsent(new Key(account, period), key -> new ArrayList<>()).add(row);
  }

  private void standing(Entry entry) {
    LocalDateRange period = seen.dossier().periods().of(window, entry.account(), entry.day());
    List<Entry> counted = seen.dossier().ledger().counting(entry.account(), period, entry.on());
    Integer year = entry.day().getYear() == entry.on().getYear() ? null : (Integer) entry.day().getYear();
    String door =
        seen.ask().trail("points", entry.on(), seen.siteOf(entry.account(), entry.fact().at(), entry.on()), year);
    boolean ahead = entry.on().isAfter(seen.asOf());
    LocalDate day = ahead ? entry.on() : seen.asOf();
    boolean counts = seen.dossier().ledger().counting(entry.account(), period, day).contains(entry);
    put(entry.account(), entry.day(),
        row(entry.fact(), entry.item(), Ledger.total(counted), door, counts, ahead, null));
  }

  private void struck(Overturned one) {
    Deducted fact = one.fact();
    put(seen.dossier().accountAt(fact.at(), fact.on()), fact.on(),
        row(fact, one.item(), null, "", false, false, seen.struck(one.on(), one.by())));
  }

  private LedgerRow row(
      Deducted fact, Item item, @Nullable Integer running, String door, boolean counts, boolean ahead,
      @Nullable Struck struck) {
    String document = seen.document(fact.id());
    return new LedgerRow(
        fact.id(), fact.on(), fact.actFrom(), fact.actThrough(), item.id(), item.gloss(), fact.times(),
        seen.name(fact.at()), document == null ? fact.decision() : document, fact.served(),
        Math.multiplyExact(item.points(), fact.times()), running, door, counts, ahead, struck, was(fact));
  }

  /** What it said when it was first recorded, when it was corrected since. */
  private @Nullable Was was(Deducted fact) {
    List<Corrected> corrections =
        seen.dossier().known().all(Corrected.class).stream()
            .filter(corrected -> corrected.of().equals(fact.id())).toList();
    if (corrections.isEmpty()
        || !(seen.history().recorded(fact.id()).orElse(null) instanceof Deducted before)) {
      return null;
    }
    Item item = seen.edition().findItem(before.item()).orElse(null);
    return item == null
        ? null
        : new Was(
            corrections.getLast().on(), item.id(), item.gloss(),
            Math.multiplyExact(item.points(), before.times()), before.actFrom(), before.actThrough());
  }
}
