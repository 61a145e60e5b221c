package cn.xingheng.server.claims.bulk;

import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.match.Summary;
import cn.xingheng.server.claims.CheckDesk;
import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.IdempotencyStore;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Runs of an agency: handed in, followed, looked into. What was not done when a server stopped is done by the next. */
@Component
public class SettlementDesk {
  private static final int LISTED = 100;
  static final int ON_A_PAGE = 50;
  private static final int AT_ONCE = 5_000;
  private final SettlementStore store;
  private final LineStore lines;
  private final SettlementWork work;
  private final BulkJobs jobs;
  private final RegisterDesk register;
  private final CheckDesk checks;
  private final IdempotencyStore keys;
  private final AuditStore audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  SettlementDesk(
      SettlementStore store, LineStore lines, SettlementWork work, BulkJobs jobs, RegisterDesk register,
      CheckDesk checks, IdempotencyStore keys, AuditStore audit, TransactionOperations transactions, Clock clock) {
    this.store = store;
    this.lines = lines;
    this.work = work;
    this.jobs = jobs;
    this.register = register;
    this.checks = checks;
    this.keys = keys;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The agencies at which this person holds a right. */
  List<Organisation> agencies(Viewer viewer, Right right) {
    return register.organisations(viewer, right).stream()
        .filter(one -> one.kind() == Organisation.Kind.AREA).toList();
  }

  /** The newest runs of these agencies. */
  List<Run> newest(Viewer viewer) {
    List<String> paths = viewer.paths(Right.SETTLEMENT);
    return paths.isEmpty() ? List.of() : store.newest(paths, LISTED);
  }

  /**
   * Keeps files and begins to run them; the same key again gives the same runs.
   *
   * @throws Problem 404 out of scope, 422 when a file is empty or its month is not known
   */
  List<Long> upload(Viewer viewer, String key, Upload upload) {
    Organisation agency =
        agencies(viewer, Right.IMPORT).stream().filter(one -> one.id().equals(upload.agency())).findFirst()
            .orElseThrow(Problem::notFound);
    if (upload.files().isEmpty()) {
      throw Problem.of(422, "settlement.trouble.none");
    }
    for (Upload.File file : upload.files()) {
      if (file.size() == 0) {
        throw Problem.of(422, "settlement.trouble.empty", file.name());
      }
      file.kind().check(file.name());
      if (!upload.knows(file)) {
        throw Problem.of(422, "settlement.trouble.month", file.name());
      }
    }
    List<Long> ids = transactions.execute(status -> keep(viewer, key, upload, agency));
    List<Long> kept = Objects.requireNonNull(ids);
    kept.forEach(id -> start(store.find(id).orElseThrow()));
    return kept;
  }

  private List<Long> keep(Viewer viewer, String key, Upload upload, Organisation agency) {
    List<String> hashes = upload.files().stream().map(Upload.File::hash).toList();
    IdempotencyStore.Request request =
        new IdempotencyStore.Request(
            "account:" + viewer.account(), key, "settlement", agency.id() + "\n" + upload.month() + "\n" + hashes);
    Optional<String> before = keys.find(request);
    if (before.isPresent()) {
      return Arrays.stream(before.get().split(",")).map(Long::valueOf).toList();
    }
    OffsetDateTime now = OffsetDateTime.now(clock);
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      Upload.File file = upload.files().get(i);
      long id = store.keep(upload, file, viewer.account(), now);
      audit.write(viewer, "settlement-kept", "settlement:" + id, file.name(), now);
      ids.add(id);
    }
    keys.keep(request, ids.stream().map(String::valueOf).collect(Collectors.joining(",")), now);
    return ids;
  }

  /** What was not done when a server stopped is done from its stored file. */
  @EventListener(ApplicationReadyEvent.class)
  void takeUpAgain() {
    store.open().forEach(this::start);
  }

  private void start(Run run) {
    if (run.outcome() == null) {
      jobs.start(name(run.id()), job -> work.run(run, job));
    }
  }

  private static String name(long run) {
    return "run-" + run;
  }

  /** The run, for who may see its agency's. */
  Run find(Viewer viewer, long id) {
    return find(viewer, id, Right.SETTLEMENT);
  }

  private Run find(Viewer viewer, long id, Right right) {
    Run run = store.find(id).orElseThrow(Problem::notFound);
    viewer.require(right, run.path());
    return run;
  }

  /** A run whose lines are there. */
  private Run loaded(Viewer viewer, long id) {
    Run run = find(viewer, id);
    Run.Outcome outcome = run.outcome();
    if (outcome == null || !outcome.loaded()) {
      throw Problem.notFound();
    }
    return run;
  }

  /** How things stand with a run; asked before its outcome, so that nothing falls between the two. */
  BulkState state(long id) {
    return jobs.state(name(id));
  }

  /** Begins again where something outside stopped it. */
  void again(Viewer viewer, long id) {
    start(find(viewer, id, Right.IMPORT));
  }

  /** Stops a run for ever, unless it is done; whether it was stopped. */
  boolean cancel(Viewer viewer, long id) {
    Run run = find(viewer, id, Right.IMPORT);
    jobs.cancel(name(id));
    boolean stopped = work.end(run, "settlement.trouble.cancelled");
    if (stopped) {
      audit.write(viewer, "settlement-cancelled", "settlement:" + id, "", OffsetDateTime.now(clock));
    }
    return stopped;
  }

  /** The sums of a run by verdict, in the order of verdicts, none left out. */
  List<Sum> byVerdict(long run) {
    Map<String, Sum> known = store.byVerdict(run).stream().collect(Collectors.toMap(Sum::name, sum -> sum));
    return Arrays.stream(Verdict.values()).map(Verdict::word)
        .map(word -> known.getOrDefault(word, nothing(word))).toList();
  }

  /** The sums by cause, in the order of causes; the payable lines, which have none, last. */
  List<Sum> byCause(long run) {
    Map<String, Sum> known = store.byCause(run).stream().collect(Collectors.toMap(Sum::name, sum -> sum));
    List<Sum> sums = new ArrayList<>();
    for (Cause cause : Cause.values()) {
      Optional.ofNullable(known.get(cause.word())).ifPresent(sums::add);
    }
    Optional.ofNullable(known.get("")).ifPresent(sums::add);
    return sums;
  }

  private static Sum nothing(String name) {
    return new Sum(name, 0, BigInteger.ZERO, 0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
  }

  List<Sum> byInstitution(long run, String after) {
    return store.byInstitution(run, after, ON_A_PAGE + 1);
  }

  /** By the code of the physician; the lines without one come first. */
  List<Sum> byPhysician(long run, String after) {
    List<Sum> sums = new ArrayList<>();
    if (after.isEmpty()) {
      store.withoutCode(run).ifPresent(sums::add);
    }
    sums.addAll(store.byPhysician(run, after, ON_A_PAGE + 1));
    return sums;
  }

  /** The names of these institutions, where the house knows them. */
  Map<String, String> names(List<String> institutions) {
    Map<String, String> names = new LinkedHashMap<>();
    institutions.stream().distinct().forEach(
        id -> register.organisation(id).ifPresent(found -> names.put(id, found.name())));
    return names;
  }

  /** The next lines of a run, one more than a page holds. */
  List<Line> lines(Viewer viewer, long id, LineFilter filter, long after) {
    return lines.page(loaded(viewer, id).id(), filter, after, ON_A_PAGE + 1);
  }

  /** The next rejects of a run, one more than a page holds. */
  List<Reject> rejects(Viewer viewer, long id, long after) {
    return lines.rejects(loaded(viewer, id).id(), after, ON_A_PAGE + 1);
  }

  Line line(Viewer viewer, long id, long line) {
    return lines.one(loaded(viewer, id).id(), line).orElseThrow(Problem::notFound);
  }

  /** The day by whose knowledge a line was decided: that of the run that brought it first. */
  LocalDate decided(Run run, Line line) {
    return lines.knownOn(run.agency(), line.claimId());
  }

  /** What is said of a line as of a day, by what was known at the end of another. */
  CheckDesk.Known known(Viewer viewer, Line line, LocalDate asOf, LocalDate knownAt) {
    Setting setting = Setting.find(line.setting()).orElseThrow();
    return checks.known(viewer, new CheckDesk.Ask(line.physician(), line.institution(), asOf, setting), knownAt);
  }

  /** Hands over every decided line of a run in the order of the file. */
  void eachLine(Viewer viewer, long id, Consumer<Line> taker) {
    long run = loaded(viewer, id).id();
    List<Line> next = lines.page(run, LineFilter.ALL, 0, AT_ONCE);
    while (!next.isEmpty()) {
      next.forEach(taker);
      next = lines.page(run, LineFilter.ALL, next.getLast().line(), AT_ONCE);
    }
  }

  /** Hands over every reject of a run in the order of the file. */
  void eachReject(Viewer viewer, long id, Consumer<Reject> taker) {
    long run = loaded(viewer, id).id();
    List<Reject> next = lines.rejects(run, 0, AT_ONCE);
    while (!next.isEmpty()) {
      next.forEach(taker);
      next = lines.rejects(run, next.getLast().line(), AT_ONCE);
    }
  }

  /** The summary of a run as the command would write it. */
  Summary summary(Viewer viewer, long id) {
    Run.Outcome outcome = Objects.requireNonNull(loaded(viewer, id).outcome());
    List<Sum> verdicts = byVerdict(id).stream().filter(sum -> sum.lines() > 0).toList();
    BigInteger fen = verdicts.stream().map(Sum::fen).reduce(BigInteger.ZERO, BigInteger::add);
    List<Sum> institutions = new ArrayList<>();
    List<Sum> next = store.byInstitution(id, "", AT_ONCE);
    while (!next.isEmpty()) {
      institutions.addAll(next);
      next = store.byInstitution(id, next.getLast().name(), AT_ONCE);
    }
    institutions.sort((one, other) -> one.name().compareTo(other.name()));
    return new Summary(
        outcome.read(), outcome.read() - outcome.rejected(), outcome.rejected(), fen, entries(verdicts),
        entries(byCause(id).stream().filter(sum -> !sum.name().isEmpty()).toList()), entries(institutions));
  }

  private static Map<String, Summary.Entry> entries(List<Sum> sums) {
    Map<String, Summary.Entry> entries = new LinkedHashMap<>();
    sums.forEach(sum -> entries.put(sum.name(), new Summary.Entry(sum.lines(), sum.fen())));
    return entries;
  }
}
