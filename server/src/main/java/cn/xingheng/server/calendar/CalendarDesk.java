package cn.xingheng.server.calendar;

import cn.xingheng.core.calendar.HolidayYear;
import cn.xingheng.core.calendar.WorkCalendar;
import cn.xingheng.law.calendar.HolidayTables;
import cn.xingheng.law.yaml.Source;
import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.IdempotencyStore;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The work calendar as published: the shipped years and those that two persons loaded. */
@Component
public class CalendarDesk {
  private static final int LONGEST_BODY = 64 << 10;
  private static final int LONGEST_SOURCE = 200;
  private final CalendarStore store;
  private final AuditStore audit;
  private final IdempotencyStore once;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Set<Integer> shipped =
      HolidayTables.shippedYears().stream().map(HolidayYear::year).collect(Collectors.toUnmodifiableSet());
  private volatile Known known = new Known(-1, HolidayTables.shipped());

  /** A calendar and the number of confirmations in it. */
  private record Known(long confirmations, WorkCalendar calendar) {}

  CalendarDesk(
      CalendarStore store, AuditStore audit, IdempotencyStore once, TransactionOperations transactions,
      ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.once = once;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  /** The calendar as it stands now. */
  public WorkCalendar current() {
    long confirmations = store.confirmations();
    Known seen = known;
    if (seen.confirmations() != confirmations) {
      seen = new Known(confirmations, reckon());
      known = seen;
    }
    return seen.calendar();
  }

  private WorkCalendar reckon() {
    WorkCalendar calendar = HolidayTables.shipped();
    for (CalendarStore.Loaded one : store.all()) {
      if (one.confirmedAt() != null) {
        calendar = calendar.with(read(one.source(), one.body()));
      }
    }
    return calendar;
  }

  /** Every year in force, the newest first. */
  List<CalendarYear> years(Viewer viewer) {
    TreeMap<Integer, CalendarYear> years = new TreeMap<>(Comparator.reverseOrder());
    HolidayTables.shippedYears().forEach(table -> years.put(table.year(), CalendarYear.shipped(table)));
    store.all().stream()
        .filter(one -> one.confirmedAt() != null)
        .forEach(one -> years.put(one.year(), shown(viewer, one)));
    return List.copyOf(years.values());
  }

  /** The versions that wait for the second person; one that a later confirmed version overtook waits no more. */
  List<CalendarYear> pending(Viewer viewer) {
    List<CalendarStore.Loaded> all = store.all();
    return all.stream()
        .filter(one -> one.confirmedAt() == null && !overtaken(one, all))
        .map(one -> shown(viewer, one))
        .toList();
  }

  private static boolean overtaken(CalendarStore.Loaded one, List<CalendarStore.Loaded> all) {
    return all.stream()
        .anyMatch(other -> other.year() == one.year() && other.id() > one.id() && other.confirmedAt() != null);
  }

  private static CalendarYear shown(Viewer viewer, CalendarStore.Loaded one) {
    return new CalendarYear(
        read(one.source(), one.body()), one.id(), one.source(), one.loadedBy(), one.account() == viewer.account(),
        one.loadedAt(), one.confirmedBy(), one.confirmedAt());
  }

  /** What a table says otherwise than the calendar in force. */
  CalendarYear.Difference difference(HolidayYear table) {
    return CalendarYear.Difference.of(table, current().findYear(table.year()).orElse(null));
  }

  /**
   * Reads a text as a table that may be loaded; writes nothing.
   *
   * @throws cn.xingheng.law.yaml.LawFault with every fault and its line
   * @throws Problem 422 for a shipped year, for what says nothing new, and for a text of another size
   */
  HolidayYear look(Viewer viewer, String body) {
    governs(viewer);
    if (body.isBlank() || body.length() > LONGEST_BODY) {
      throw Problem.of(422, "calendar.problem.size", Integer.toString(LONGEST_BODY >> 10));
    }
    HolidayYear table = read("calendar", body);
    if (shipped.contains(table.year())) {
      throw Problem.of(422, "calendar.problem.shipped", Integer.toString(table.year()));
    }
    if (difference(table).none()) {
      throw Problem.of(422, "calendar.problem.same", Integer.toString(table.year()));
    }
    return table;
  }

  /**
   * Loads a table, once; it is in force when another person has confirmed it.
   *
   * @return the number of the version
   */
  long load(Viewer viewer, String body, String source, String key) {
    HolidayYear table = look(viewer, body);
    if (source.isBlank() || source.length() > LONGEST_SOURCE) {
      throw Problem.of(422, "calendar.problem.source", Integer.toString(LONGEST_SOURCE));
    }
    IdempotencyStore.Request request =
        new IdempotencyStore.Request("account:" + viewer.account(), key, "calendar", source + "\n" + body);
    return Objects.requireNonNull(
        transactions.execute(
            status ->
                once.find(request).map(Long::valueOf)
                    .orElseGet(() -> enter(viewer, table, body, source, request))));
  }

  private long enter(
      Viewer viewer, HolidayYear table, String body, String source, IdempotencyStore.Request request) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    long id = store.load(table.year(), body, hash(body), source.strip(), viewer.account(), now);
    once.keep(request, Long.toString(id), now);
    audit.write(viewer, "calendar-loaded", "calendar:" + id, Integer.toString(table.year()), now);
    return id;
  }

  /** A version that waits. */
  CalendarYear waiting(Viewer viewer, long id) {
    governs(viewer);
    return pending(viewer).stream().filter(one -> one.version() == id).findFirst().orElseThrow(Problem::notFound);
  }

  /**
   * Puts a version in force; who loaded it cannot. Doing it again changes nothing.
   *
   * @return the year
   */
  int confirm(Viewer viewer, long id) {
    governs(viewer);
    CalendarStore.Loaded loaded = store.find(id).orElseThrow(Problem::notFound);
    if (loaded.confirmedAt() != null) {
      return loaded.year();
    }
    if (loaded.account() == viewer.account()) {
      throw Problem.of(403, "calendar.problem.two");
    }
    if (overtaken(loaded, store.all())) {
      throw Problem.of(409, "calendar.problem.overtaken", Integer.toString(loaded.year()));
    }
    transactions.executeWithoutResult(
        status -> {
          OffsetDateTime now = OffsetDateTime.now(clock);
          if (store.confirm(id, viewer.account(), now)) {
            audit.write(viewer, "calendar-confirmed", "calendar:" + id, Integer.toString(loaded.year()), now);
            events.publishEvent(new CalendarChanged(loaded.year()));
          }
        });
    return loaded.year();
  }

  /** The calendar is one for the whole house: only who keeps a whole province touches it. */
  private static void governs(Viewer viewer) {
    boolean whole =
        viewer.paths(Right.CALENDAR).stream().anyMatch(path -> path.indexOf('/') == path.length() - 1);
    if (!whole) {
      throw Problem.of(403, "calendar.problem.scope");
    }
  }

  private static HolidayYear read(@Nullable String name, String body) {
    return HolidayTables.read(Source.of(String.valueOf(name), body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String hash(String body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("every Java has SHA-256", cause);
    }
  }
}
