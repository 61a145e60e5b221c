package cn.xingheng.server.standing;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.ClaimSpan;
import cn.xingheng.core.claims.ClaimSpans;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.PointsSpan;
import cn.xingheng.core.standing.PointsSpans;
import cn.xingheng.server.calendar.CalendarChanged;
import cn.xingheng.server.facts.ChangeDesk;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Follower;
import cn.xingheng.server.facts.Gathered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps the projections up with the facts, in the transaction that records one, and compares the two. */
@Component
public class SpanDesk implements Follower {
  private static final Logger LOG = LoggerFactory.getLogger(SpanDesk.class);
  private static final int AT_ONCE = 500;
  private final SpanStore store;
  private final ObjectProvider<FactDesk> facts;
  private final ChangeDesk changes;
  private final TransactionOperations transactions;

  SpanDesk(
      SpanStore store, ObjectProvider<FactDesk> facts, ChangeDesk changes, TransactionOperations transactions) {
    this.store = store;
    this.facts = facts;
    this.changes = changes;
    this.transactions = transactions;
  }

  @Override
  public void changed(Map<PersonId, History> histories) {
    List<SpanStore.StandingRow> standings = new ArrayList<>();
    List<SpanStore.PointsRow> points = new ArrayList<>();
    histories.forEach(
        (person, history) -> {
          Dossier dossier = history.knownAt(LocalDate.MAX);
          standings.addAll(standings(person, dossier));
          points.addAll(points(person, dossier));
        });
    store.put(histories.keySet(), standings, points);
  }

  /** A year of the calendar came into force: days that rested on it may be others now. */
  @TransactionalEventListener
  void calendarChanged(CalendarChanged changed) {
    renew();
  }

  /** Whoever began to follow a changed calendar before may not have come to the end. */
  @EventListener
  void started(ApplicationReadyEvent ready) {
    if (changes.unfollowed() > 0) {
      renew();
    }
  }

  private void renew() {
    Thread.ofVirtual().name("projections").start(
        () -> {
          try {
            rebuild((done, of) -> {});
            LOG.info("projections made anew under the changed calendar");
          } catch (RuntimeException fault) {
            LOG.error(
                "projections not made anew, run xingheng projections --rebuild; questions are reckoned", fault);
          }
        });
  }

  /**
   * Makes all projections anew from the facts, some persons at a time.
   *
   * @param progress hears how many persons are done, of how many
   */
  public void rebuild(Progress progress) {
    long calendar = changes.unfollowed();
    each(progress, (province, persons) -> facts.getObject().follow(province, persons));
    if (calendar > 0) {
      transactions.executeWithoutResult(status -> changes.followed(calendar));
    }
  }

  /**
   * The persons whose rows do not say what the reckoning says.
   *
   * @param progress hears how many persons are done, of how many
   */
  public List<PersonId> differing(Progress progress) {
    List<PersonId> differing = new ArrayList<>();
    each(
        progress,
        (province, persons) -> {
          Map<String, Set<Object>> stored = new HashMap<>();
          store.standings(persons).forEach(row -> rows(stored, row.person()).add(row));
          store.points(persons).forEach(row -> rows(stored, row.person()).add(row));
          for (Gathered one : facts.getObject().gatherAll(province, persons)) {
            Dossier dossier = one.history().knownAt(LocalDate.MAX);
            Set<Object> reckoned = new HashSet<>(standings(one.person(), dossier));
            reckoned.addAll(points(one.person(), dossier));
            if (!reckoned.equals(rows(stored, one.person().value()))) {
              differing.add(one.person());
            }
          }
        });
    return differing;
  }

  /** Hears of progress. */
  public interface Progress {
    /** So many are done. */
    void done(long done, long of);
  }

  private void each(Progress progress, BiConsumer<String, List<PersonId>> some) {
    long count = store.count();
    long done = 0;
    List<SpanStore.Whose> next = store.after("", AT_ONCE);
    while (!next.isEmpty()) {
      next.stream()
          .collect(
              Collectors.groupingBy(
                  SpanStore.Whose::province,
                  Collectors.mapping(one -> new PersonId(one.person()), Collectors.toList())))
          .forEach(some);
      done += next.size();
      progress.done(done, count);
      next = store.after(next.getLast().person(), AT_ONCE);
    }
  }

  private static Set<Object> rows(Map<String, Set<Object>> stored, String person) {
    return stored.computeIfAbsent(person, key -> new HashSet<>());
  }

  /** The rows of standing of one dossier. */
  static List<SpanStore.StandingRow> standings(PersonId person, Dossier dossier) {
    List<SpanStore.StandingRow> rows = new ArrayList<>();
    for (InstitutionId site : dossier.sites()) {
      for (ClaimSpan span : ClaimSpans.reckon(dossier, site)) {
        String causes = span.causes().stream().map(Cause::word).collect(Collectors.joining(","));
        rows.add(
            new SpanStore.StandingRow(
                person.value(), site.value(), span.days().getStart(), span.days().getEnd(), span.standing().word(),
                causes));
      }
    }
    return rows;
  }

  /** The rows of points of one dossier, of accounts that ever had any. */
  static List<SpanStore.PointsRow> points(PersonId person, Dossier dossier) {
    List<SpanStore.PointsRow> rows = new ArrayList<>();
    for (Account account : accounts(dossier)) {
      for (PointsSpan span : PointsSpans.reckon(dossier, account)) {
        if (span.points() > 0) {
          rows.add(
              new SpanStore.PointsRow(
                  person.value(), account.toString(), span.days().getStart(), span.days().getEnd(), span.points()));
        }
      }
    }
    return rows;
  }

  private static Set<Account> accounts(Dossier dossier) {
    return dossier.ledger().entries().stream().map(entry -> entry.account())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
