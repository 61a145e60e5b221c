package cn.xingheng.server.claims.bulk;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.server.claims.ClaimDesk;
import cn.xingheng.server.facts.Change;
import cn.xingheng.server.facts.ChangeDesk;
import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.IdempotencyStore;
import cn.xingheng.server.house.Job;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks at settled lines again by what is known now, and keeps the lists of those to pay and to recover. Only a turn
 * from paid to refused, or back, is an item; a line that could not be decided before or cannot be now is none, for
 * nobody here knows what was done with it. A turn back withdraws an item that was not sent yet, and is an item of its
 * own after that. What was listed for an upload that counts no longer turns back in the same way.
 */
@Component
public class SecondLookDesk {
  private static final int CHANGES = 1_000;
  private static final int PERSONS = 500;
  private static final int AT_ONCE = 2_000;
  private static final int LONGEST_NOTE = 500;
  private final ItemStore store;
  private final LoadedLineStore loaded;
  private final UploadedLineStore uploaded;
  private final BulkJobs jobs;
  private final ClaimDesk claims;
  private final ChangeDesk changes;
  private final RegisterDesk register;
  private final IdempotencyStore keys;
  private final AuditStore audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  SecondLookDesk(
      ItemStore store, LoadedLineStore loaded, UploadedLineStore uploaded, BulkJobs jobs, ClaimDesk claims,
      ChangeDesk changes, RegisterDesk register, IdempotencyStore keys, AuditStore audit,
      TransactionOperations transactions, Clock clock) {
    this.store = store;
    this.loaded = loaded;
    this.uploaded = uploaded;
    this.jobs = jobs;
    this.claims = claims;
    this.changes = changes;
    this.register = register;
    this.keys = keys;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Which lines are looked at again. */
  record Ask(String agency, YearMonth first, YearMonth last) {}

  private Organisation agency(Viewer viewer, String id, Right right) {
    Organisation agency =
        register.organisation(id).filter(one -> one.kind() == Organisation.Kind.AREA).orElseThrow(Problem::notFound);
    viewer.require(right, agency.path());
    return agency;
  }

  /**
   * Begins a second look; one that is under way for the agency goes on instead.
   *
   * @throws Problem 404 out of scope, 422 when the period ends before it begins or there is no line of it
   */
  void begin(Viewer viewer, String key, Ask ask) {
    agency(viewer, ask.agency(), Right.RECORD);
    if (ask.last().isBefore(ask.first())) {
      throw Problem.of(422, "settlement.trouble.period");
    }
    if (oldestKnown(ask) == null) {
      throw Problem.of(422, "settlement.trouble.unloaded");
    }
    jobs.start(name(ask.agency()), job -> look(viewer, key, ask, job));
  }

  private static String name(String agency) {
    return "look-" + agency;
  }

  /** How things stand with the look of an agency. */
  BulkState state(String agency) {
    return jobs.state(name(agency));
  }

  /** Looks; all that is found is written, or nothing. The same key again does nothing. */
  void look(Viewer viewer, String key, Ask ask, Job job) {
    transactions.executeWithoutResult(
        status -> {
          store.lock(ask.agency());
          IdempotencyStore.Request request =
              new IdempotencyStore.Request(
                  "account:" + viewer.account(), key, "settlement-look:" + ask.agency(),
                  ask.first() + "\n" + ask.last());
          Long oldest = oldestKnown(ask);
          if (keys.find(request).isPresent() || oldest == null) {
            return;
          }
          OffsetDateTime now = OffsetDateTime.now(clock);
          long known = claims.known();
          Looking looking = new Looking(store, claims, ask, job);
          Set<String> codes = since(oldest);
          sources().forEach(source -> looking.look(source, codes));
          long id = keep(viewer, ask, looking, known, now);
          keys.keep(request, Long.toString(id), now);
          audit.write(viewer, "settlement-looked", "settlement-look:" + id, ask.first() + "/" + ask.last(), now);
        });
  }

  private List<LineSource> sources() {
    return List.of(loaded, uploaded);
  }

  private @Nullable Long oldestKnown(Ask ask) {
    return sources().stream().map(source -> source.oldestKnown(ask)).filter(Objects::nonNull)
        .min(Comparator.naturalOrder()).orElse(null);
  }

  private long keep(Viewer viewer, Ask ask, Looking looking, long known, OffsetDateTime now) {
    long id =
        store.keepLook(
            ask, known, LocalDate.now(clock), looking.judged(), looking.resolved(), viewer.account(), now);
    store.add(id, ask.agency(), looking.turns());
    for (Looking.Back back : looking.backs()) {
      store.step(back.item(), Item.State.WITHDRAWN, back.reason(), viewer.account(), "", now);
      if (back.reason() != Reason.TURNED) {
        audit.write(
            viewer, "settlement-item-withdrawn", "settlement-item:" + back.item().id(), back.reason().word(), now);
      }
    }
    return id;
  }

  /** The codes of those who changed after a number; null when the calendar changed, and with it perhaps everybody. */
  private @Nullable Set<String> since(long no) {
    Set<String> persons = new TreeSet<>();
    List<Change> next = changes.after(no, CHANGES);
    while (!next.isEmpty()) {
      for (Change change : next) {
        if (change.what() == Change.What.CALENDAR) {
          return null;
        }
        persons.addAll(change.persons());
      }
      next = changes.after(next.getLast().no(), CHANGES);
    }
    Set<String> codes = new TreeSet<>();
    List<PersonId> ids = persons.stream().map(PersonId::new).toList();
    for (int from = 0; from < ids.size(); from += PERSONS) {
      register.grants(List.of(), ids.subList(from, Math.min(from + PERSONS, ids.size()))).stream()
          .map(CodeGrant::code).forEach(codes::add);
    }
    return codes;
  }

  /** The newest looks of an agency. */
  List<Look> looks(Viewer viewer, String agency) {
    return store.looks(agency(viewer, agency, Right.SETTLEMENT).id());
  }

  /** Sums by kind and state. */
  List<Share> shares(Viewer viewer, String agency) {
    return store.shares(agency(viewer, agency, Right.SETTLEMENT).id());
  }

  /** The next items of an agency, one more than a page holds. */
  List<Item> items(Viewer viewer, String agency, ItemFilter filter, long after) {
    return store.page(agency(viewer, agency, Right.SETTLEMENT).id(), filter, after, SettlementDesk.ON_A_PAGE + 1);
  }

  /** Hands over every item that is asked for. */
  void each(Viewer viewer, String agency, ItemFilter filter, Consumer<Item> taker) {
    String id = agency(viewer, agency, Right.SETTLEMENT).id();
    List<Item> next = store.page(id, filter, 0, AT_ONCE);
    while (!next.isEmpty()) {
      next.forEach(taker);
      next = store.page(id, filter, next.getLast().id(), AT_ONCE);
    }
  }

  /** The items of a loaded line, the first turn first, for who has found the line in scope. */
  List<Item> of(Run run, String claimId) {
    return store.items(run.agency(), Origin.LOADED, List.of(claimId));
  }

  /** The items of an upload, the first turn first, for who has found it in scope. */
  List<Item> of(Uploaded upload) {
    return store.items("", Origin.UPLOADED, List.of(Long.toString(upload.line().line())));
  }

  /** What was done with an item, for who has found it in scope. */
  List<Step> steps(Item item) {
    return store.steps(item.id());
  }

  /**
   * Takes an item one step further, once.
   *
   * @throws Problem 404 out of scope, 409 when the item is not where this step leads on from
   */
  @Transactional
  public Item step(Viewer viewer, String key, long id, Item.State to, String note) {
    Item found = store.find(id).orElseThrow(Problem::notFound);
    agency(viewer, found.agency(), Right.RECORD);
    String said = note.strip();
    if (said.length() > LONGEST_NOTE) {
      throw Problem.of(422, "settlement.trouble.note", Integer.toString(LONGEST_NOTE));
    }
    store.lock(found.agency());
    IdempotencyStore.Request request =
        new IdempotencyStore.Request("account:" + viewer.account(), key, "settlement-item:" + id, to + "\n" + said);
    Item item = Objects.requireNonNull(store.find(id).orElse(null));
    if (keys.find(request).isPresent()) {
      return item;
    }
    if (!item.state().leadsTo(to)) {
      throw Problem.of(409, "settlement.trouble.step");
    }
    if (to == Item.State.SENT && gone(item)) {
      throw Problem.of(409, "settlement.trouble.gone");
    }
    OffsetDateTime now = OffsetDateTime.now(clock);
    store.step(item, to, null, viewer.account(), said, now);
    keys.keep(request, to.name(), now);
    audit.write(viewer, "settlement-item-" + to.word(), "settlement-item:" + id, said, now);
    return item;
  }

  /** Whether an item leads away from how an upload that counts no longer was settled: the next look withdraws it. */
  private boolean gone(Item item) {
    return item.origin() == Origin.UPLOADED
        && Looking.paid(item.verdictAfter()) != Looking.paid(item.line().verdict())
        && uploaded.ended(item.agency(), item.line().line()) != Reason.TURNED;
  }
}
