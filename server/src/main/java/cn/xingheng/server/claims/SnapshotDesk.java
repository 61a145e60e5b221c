package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.server.facts.Change;
import cn.xingheng.server.facts.ChangeDesk;
import cn.xingheng.server.facts.ChangeHeard;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import cn.xingheng.server.rulebook.LawDesk;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the snapshot from which lines are answered up to the database: ten times a second, and at once after a change
 * of this server, what changed is taken in. An answer is given only while the database was heard of within the last
 * second: a snapshot that may be older answers nothing.
 */
@Component
public class SnapshotDesk implements SmartLifecycle, ChangeHeard {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotDesk.class);
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
  /** How long until the database is asked again; a few of these fit into the bound above. */
  private static final int PAUSE_MILLIS = 100;

  private static final int AT_ONCE = 200;
  private static final long FIRST_LOAD_SECONDS = 60;
  private final SnapshotStore store;
  private final ChangeDesk changes;
  private final RegisterDesk register;
  private final LawDesk laws;
  private final TransactionTemplate reading;
  private final Situation.Pool pool = new Situation.Pool();
  private final Object state = new Object();
  private long wanted;
  private volatile @Nullable Snapshot snapshot;
  private volatile long asked;
  private volatile @Nullable Thread keeper;

  SnapshotDesk(
      SnapshotStore store, ChangeDesk changes, RegisterDesk register, LawDesk laws,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.changes = changes;
    this.register = register;
    this.laws = laws;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * The snapshot, not more than a second behind the database.
   *
   * @throws Problem 503 when that is not certain
   */
  Snapshot current() {
    Snapshot now = snapshot;
    if (now == null) {
      throw Problem.of(503, "claims.problem.loading");
    }
    if (System.nanoTime() - asked > FRESH_NANOS) {
      throw Problem.of(503, "problem.database-away");
    }
    return now;
  }

  Situation.Pool pool() {
    return pool;
  }

  /** Whoever made the change may hear that it is recorded when lines are answered by it here. */
  @Override
  public void committed(long no) {
    synchronized (state) {
      wanted = Math.max(wanted, no);
      state.notifyAll();
    }
    await(no, FRESH_NANOS);
  }

  /** Waits until the snapshot is at a later change than this, or so long. */
  void awaitLater(long no, Duration time) {
    await(no + 1, time.toNanos());
  }

  private void await(long no, long nanos) {
    long until = System.nanoTime() + nanos;
    synchronized (state) {
      for (long left = nanos; left > 0 && isRunning() && behind(no); left = until - System.nanoTime()) {
        pause(left);
      }
    }
  }

  private boolean behind(long no) {
    Snapshot now = snapshot;
    return now == null || now.no() < no;
  }

  /** Until something happens, or so long. */
  private void pause(long nanos) {
    synchronized (state) {
      try {
        TimeUnit.NANOSECONDS.timedWait(state, nanos);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void start() {
    Thread thread = Thread.ofPlatform().name("snapshot").daemon().unstarted(this::keep);
    keeper = thread;
    thread.start();
    await(0, TimeUnit.SECONDS.toNanos(FIRST_LOAD_SECONDS));
  }

  @Override
  public void stop() {
    Thread thread = keeper;
    keeper = null;
    synchronized (state) {
      state.notifyAll();
    }
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return keeper != null;
  }

  private void keep() {
    boolean away = false;
    while (isRunning() && !Thread.currentThread().isInterrupted()) {
      try {
        catchUp();
        away = false;
      } catch (DataAccessException | TransactionException fault) {
        if (!away && isRunning()) {
          LOG.warn("database away, lines are not answered: {}", fault.getClass().getSimpleName());
        }
        away = true;
      }
      synchronized (state) {
        if (away || !behind(wanted)) {
          pause(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
      }
    }
  }

  /** Takes in all that had been committed when this began. */
  private void catchUp() {
    boolean all = false;
    while (!all) {
      long now = System.nanoTime();
      Snapshot before = snapshot;
      if (before == null) {
        publish(read(this::load));
      } else {
        List<Change> next = changes.after(before.no(), AT_ONCE);
        all = next.size() < AT_ONCE;
        if (!next.isEmpty()) {
          publish(read(() -> advance(before, next)));
        }
      }
      asked = now;
    }
  }

  private Snapshot read(Supplier<Snapshot> reader) {
    return Objects.requireNonNull(reading.execute(status -> reader.get()));
  }

  private void publish(Snapshot next) {
    synchronized (state) {
      snapshot = next;
      state.notifyAll();
    }
  }

  private Snapshot load() {
    long began = System.nanoTime();
    long no = changes.latest();
    Map<String, String> provinces = store.provinces();
    Timelines timelines = new Timelines(this::law, pool);
    store.holders(timelines::add);
    store.days(timelines::add);
    Codes codes = Codes.of(timelines.all());
    LOG.info(
        "snapshot of {} codes at change {} in {} ms", codes.size(), no,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    return new Snapshot(no, changes.unfollowed() == 0, codes, store.keys(), provinces);
  }

  /** The rows read may know more than the changes asked for; they are read again with the next. */
  private Snapshot advance(Snapshot before, List<Change> next) {
    Set<String> persons = new TreeSet<>();
    Set<Change.What> kinds = EnumSet.noneOf(Change.What.class);
    next.forEach(
        change -> {
          kinds.add(change.what());
          persons.addAll(change.persons());
        });
    boolean places = kinds.contains(Change.What.ORGANISATIONS);
    boolean calendar = kinds.contains(Change.What.CALENDAR) || kinds.contains(Change.What.PROJECTIONS);
    return new Snapshot(
        next.getLast().no(), calendar ? changes.unfollowed() == 0 : before.followed(), before.codes().with(of(persons)),
        kinds.contains(Change.What.KEYS) ? store.keys() : before.keys(),
        places ? store.provinces() : before.provinces());
  }

  private Map<String, Timeline> of(Set<String> persons) {
    if (persons.isEmpty()) {
      return Map.of();
    }
    Timelines timelines = new Timelines(this::law, pool);
    store.holders(persons, timelines::add);
    store.days(persons, timelines::add);
    return timelines.all();
  }

  /** The law of an institution's province, or empty when the house does not have the edition. */
  Optional<Law> lawAt(Snapshot at, InstitutionId institution) {
    String province = at.provinces().get(institution.value());
    return province == null ? Optional.empty() : Optional.ofNullable(law(province));
  }

  /** The law of a province, or null when the house does not have the edition it works under. */
  @Nullable Law law(String province) {
    return register.organisation(province)
        .map(Organisation::edition)
        .flatMap(laws::find)
        .map(edition -> laws.law(edition.id()))
        .orElse(null);
  }
}
