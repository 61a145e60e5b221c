package cn.xingheng.core.standing;

import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.rulebook.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.threeten.extra.LocalDateRange;

/**
 * 「累计时段」 The running total of an account over all time, as the fewest spans that tell it.
 *
 * <p>It steps up on the day a deduction is decided and falls when the period of the edition ends, be it a calendar
 * year, a year of the agreement or its term.
 */
public final class PointsSpans {

  private final Dossier dossier;
  private final Account account;
  private final Window window;
  private final List<PointsSpan> spans = new ArrayList<>();

  private PointsSpans(Dossier dossier, Account account) {
    this.dossier = dossier;
    this.account = account;
    this.window = dossier.law().edition().points().window();
  }

  /**
   * The spans of an account, in order, without gaps or overlaps; two neighbours always differ. The first has no
   * beginning and the last no end.
   */
  public static List<PointsSpan> reckon(Dossier dossier, Account account) {
    return new PointsSpans(dossier, account).all();
  }

  private List<PointsSpan> all() {
    SortedSet<LocalDate> turns = turns();
    LocalDate from = turns.isEmpty() ? LocalDate.MAX : turns.getFirst();
    append(LocalDate.MIN, from, 0);
    while (!from.equals(LocalDate.MAX)) {
      LocalDateRange period = dossier.periods().of(window, account, from);
      int points = Ledger.total(dossier.ledger().counting(account, period, from));
      LocalDate until = next(turns, period, from, points);
      append(from, until, points);
      from = until;
    }
    return List.copyOf(spans);
  }

  /** The next day on which the total may change; after the last turn a total of nothing stays nothing. */
  private static LocalDate next(SortedSet<LocalDate> turns, LocalDateRange period, LocalDate from, int points) {
    SortedSet<LocalDate> later = turns.tailSet(from.plusDays(1));
    LocalDate turn = later.isEmpty() ? LocalDate.MAX : later.getFirst();
    boolean ends = period.getEnd().isAfter(from) && period.getEnd().isBefore(turn);
    return ends && (points > 0 || !later.isEmpty()) ? period.getEnd() : turn;
  }

  /** Every day from the first deduction on which it is decided, counts, or another agreement governs the period. */
  private SortedSet<LocalDate> turns() {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (Entry entry : dossier.ledger().entries()) {
      if (entry.account().equals(account)) {
        days.add(entry.on());
        days.add(entry.day());
      }
    }
    if (days.isEmpty()) {
      return days;
    }
    dossier.nominal().forEach(course -> {
      days.add(course.days().getStart());
      days.add(course.days().getEnd());
    });
    days.remove(LocalDate.MAX);
    return days;
  }

  private void append(LocalDate from, LocalDate until, int points) {
    PointsSpan last = spans.isEmpty() ? null : spans.getLast();
    if (last != null && last.points() == points) {
      spans.removeLast();
      spans.add(new PointsSpan(account, LocalDateRange.of(last.days().getStart(), until), points));
    } else if (until.isAfter(from)) {
      spans.add(new PointsSpan(account, LocalDateRange.of(from, until), points));
    }
  }
}
