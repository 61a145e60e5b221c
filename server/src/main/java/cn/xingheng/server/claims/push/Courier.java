package cn.xingheng.server.claims.push;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.server.claims.DeltaDesk;
import cn.xingheng.server.claims.StandingChanges;
import cn.xingheng.server.facts.Change;
import cn.xingheng.server.facts.ChangeDesk;
import cn.xingheng.server.house.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goes round the hooks: what changed after the number a hook was told is written down, sent, and only then the number
 * moves on. Whoever is killed in between sends the same again. One server at a time has a hook, for a minute.
 */
final class Courier {
  /** After so many attempts in vain, some eight hours, a person is asked. */
  static final int MOST_ATTEMPTS = 18;

  /** The most physicians of one message. */
  static final int MOST = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration STOPPING = Duration.ofSeconds(2);
  private static final Duration RESUMED = Duration.ofMinutes(2);
  private static final int AT_ONCE = 16;
  private static final int CHANGES = 1_000;
  private final HookDesk desk;
  private final DeltaDesk deltas;
  private final ChangeDesk changes;
  private final Post post;
  private final Clock clock;
  private final RandomGenerator chance;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Set<Long> wanted = ConcurrentHashMap.newKeySet();
  private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicLong heard = new AtomicLong(-1);

  Courier(HookDesk desk, DeltaDesk deltas, ChangeDesk changes, Post post, Clock clock, RandomGenerator chance) {
    this.desk = desk;
    this.deltas = deltas;
    this.changes = changes;
    this.post = post;
    this.clock = clock;
    this.chance = chance;
  }

  /** Looks for what there is to send, and begins to send it. */
  void round() {
    listen();
    OffsetDateTime now = OffsetDateTime.now(clock);
    wanted.addAll(desk.due(now));
    wanted.addAll(desk.resumed(now.minus(RESUMED)));
    for (long hook : wanted) {
      if (!threads.isShutdown() && underWay.add(hook)) {
        threads.execute(() -> visit(hook));
      }
    }
  }

  /** The number up to which changes were heard of here. */
  long heard() {
    return Math.max(0, heard.get());
  }

  /**
   * Whom the changes since the last round concern, as far as they are told by now; at the first round, perhaps
   * everybody.
   */
  private void listen() {
    long last = heard.get();
    long known = deltas.known();
    if (last < 0) {
      heard.set(known);
      wanted.addAll(desk.all());
      return;
    }
    List<Change> next = changes.after(last, CHANGES).stream().filter(one -> one.no() <= known).toList();
    if (next.isEmpty()) {
      return;
    }
    boolean everybody = next.stream().anyMatch(Courier::isOfAll);
    wanted.addAll(
        everybody ? desk.all() : desk.concerned(next.stream().flatMap(one -> one.persons().stream()).toList()));
    heard.set(next.getLast().no());
  }

  private static boolean isOfAll(Change change) {
    return change.what() == Change.What.CALENDAR || change.what() == Change.What.PROJECTIONS;
  }

  private void visit(long hook) {
    try {
      places.acquire();
      try {
        boolean more = true;
        while (more && !threads.isShutdown()) {
          more = serve(hook);
        }
      } finally {
        places.release();
      }
    } catch (DataAccessException | TransactionException | Problem away) {
      LOG.debug("hook {} waits: {}", hook, away.toString());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.remove(hook);
    }
  }

  /**
   * One message to a hook, when nobody else is about it; otherwise it stays wanted and is asked again in the next
   * round.
   *
   * @return whether a message arrived, so that there may be another
   */
  boolean serve(long hook) {
    Optional<HookStore.Held> held = desk.hold(hook);
    if (held.isEmpty()) {
      return false;
    }
    wanted.remove(hook);
    try {
      return desk.turn(hook, held.get()).map(this::tell).orElse(false);
    } finally {
      desk.release(hook, held.get());
    }
  }

  private boolean tell(HookDesk.Turn turn) {
    Optional<HookStore.Waiting> before = desk.waiting(turn.hook());
    if (before.isPresent()) {
      HookStore.Waiting letter = before.get();
      boolean due = !letter.dead() && !letter.dueAt().isAfter(OffsetDateTime.now(clock));
      return due && send(turn, letter.id(), letter.body(), letter.attempts());
    }
    StandingChanges page = deltas.after(new InstitutionId(turn.institution()), turn.no(), MOST);
    boolean news = !page.changes().isEmpty() || page.anew();
    if (!news || page.next() <= turn.no()) {
      return false;
    }
    String body = JSON.writeValueAsString(page);
    return send(turn, desk.write(turn, page.next(), body), body, 0);
  }

  private boolean send(HookDesk.Turn turn, UUID id, String body, int attempts) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String stamp = Long.toString(Instant.now(clock).getEpochSecond());
    Map<String, String> headers =
        Map.of(
            "User-Agent", "Xingheng", "Xingheng-Delivery", id.toString(), "Xingheng-Timestamp", stamp,
            "Xingheng-Signature", HookSeal.of(turn.secret(), stamp, bytes));
    Post.Reply reply = post.send(turn.url(), headers, bytes);
    if (reply.arrived()) {
      desk.arrived(turn.hook(), id);
      return true;
    }
    boolean dead = attempts + 1 >= MOST_ATTEMPTS;
    desk.failed(id, reply.trouble(), dead, OffsetDateTime.now(clock).plus(wait(attempts)));
    if (dead) {
      LOG.warn("hook {} is told no more after {} attempts: {}", turn.hook(), attempts + 1, reply.trouble());
    }
    return false;
  }

  /** Twice as long each time, up to an hour, and by chance between half and all of it: not all come back at once. */
  Duration wait(int attempts) {
    long longest = LONGEST_WAIT.toMillis();
    long whole = Math.min(longest, FIRST_WAIT.toMillis() << Math.min(attempts, 20));
    return Duration.ofMillis(whole / 2 + chance.nextLong(whole / 2 + 1));
  }

  /** Begins nothing more, and waits a little for what is under way; what is not done then is sent again. */
  void stop() throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(STOPPING.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.info("hooks were under way at the end; what was not marked as arrived is sent again");
    }
  }
}
