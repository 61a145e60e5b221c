package cn.xingheng.server.claims.bulk;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.match.MatchFiles;
import cn.xingheng.match.MatchOptions;
import cn.xingheng.match.MatchRun;
import cn.xingheng.match.Progress;
import cn.xingheng.match.Summary;
import cn.xingheng.match.UnusableInput;
import cn.xingheng.server.claims.StandingsDesk;
import cn.xingheng.server.facts.ChangeDesk;
import cn.xingheng.server.house.Job;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What takes long: a run from its stored file to its loaded lines, all of them or none. */
@Component
final class SettlementWork {
  /** Of a file that comes packed: no month of an agency is as large. */
  private static final long MOST_UNPACKED = 8L << 30;

  private static final int MOST_THREADS = 4;
  private final SettlementStore store;
  private final LineStore lines;
  private final StandingsDesk standings;
  private final ChangeDesk changes;
  private final RegisterDesk register;
  private final TransactionOperations transactions;
  private final Clock clock;

  SettlementWork(
      SettlementStore store, LineStore lines, StandingsDesk standings, ChangeDesk changes, RegisterDesk register,
      TransactionOperations transactions, Clock clock) {
    this.store = store;
    this.lines = lines;
    this.standings = standings;
    this.changes = changes;
    this.register = register;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Where the files of one run lie while it runs. */
  private record Desktop(Path folder) {
    Path claims() {
      return folder.resolve("claims.csv");
    }

    MatchFiles files() {
      return new MatchFiles(
          folder.resolve("standings.csv"), claims(), folder.resolve("verdicts.csv"), folder.resolve("summary.json"),
          folder.resolve("rejects.csv"));
    }
  }

  /** Runs. Done twice, also by two servers at once, it is loaded once. */
  void run(Run run, Job job) {
    try {
      Desktop desktop = new Desktop(Files.createTempDirectory("xingheng-settlement"));
      try {
        run(run, job, desktop);
      } finally {
        clear(desktop.folder());
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private void run(Run run, Job job, Desktop desktop) throws IOException {
    // The number is taken before the standings are read: they may know more, never less.
    long no = changes.latest();
    LocalDate on = LocalDate.now(clock);
    String trouble = unpack(run, desktop);
    if (!trouble.isEmpty()) {
      end(run, trouble);
      return;
    }
    StandingsDesk.Result told = export(desktop, job);
    String province = run.path().substring(0, run.path().indexOf('/'));
    if (told.left().contains(province)) {
      end(run, "settlement.trouble.edition");
      return;
    }
    Verdict stopped = told.emergencyRefused().contains(province) ? Verdict.REFUSED : Verdict.EXCEPTED;
    Summary summary;
    try {
      summary = match(desktop, stopped, job);
    } catch (UnusableInput unusable) {
      end(run, String.valueOf(unusable.getMessage()).replace(desktop.claims().toString(), run.fileName()));
      return;
    }
    Loading loading = new Loading(lines, run, job, summary, some -> honest(some, told.left()));
    transactions.executeWithoutResult(
        status -> {
          if (load(run, desktop, loading)) {
            store.addUp(run.id());
            store.end(
                run.id(),
                new Run.Outcome(
                    "", no, on, summary.read(), loading.added(), loading.again(), loading.rejected(), now()));
            job.at(BulkPhase.LOAD, summary.read(), summary.read());
          }
        });
  }

  private static Summary match(Desktop desktop, Verdict stopped, Job job) throws IOException {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    return MatchRun.run(
        desktop.files(), MatchOptions.of(stopped, threads),
        (stage, bytes, of, records) -> {
          if (stage == Progress.Stage.CLAIMS) {
            job.at(BulkPhase.MATCH, bytes, of);
          }
        });
  }

  /** Puts the lines where matching reads them, as CSV; what is wrong, or nothing. */
  private String unpack(Run run, Desktop desktop) throws IOException {
    Path received = desktop.folder().resolve("received");
    try (OutputStream out = Files.newOutputStream(received)) {
      store.content(run.id(), out);
    }
    FileKind kind = FileKind.of(received);
    if (kind == FileKind.PLAIN) {
      Files.move(received, desktop.claims());
      return "";
    }
    Path packed = Files.move(received, desktop.folder().resolve("packed" + kind.ending()));
    try (Unpacking unpacking = Unpacking.open(packed);
        OutputStream out = Files.newOutputStream(desktop.claims())) {
      byte[] buffer = new byte[1 << 16];
      long left = MOST_UNPACKED;
      for (int got = unpacking.read(buffer); got >= 0; got = unpacking.read(buffer)) {
        left -= got;
        if (left < 0) {
          return "settlement.trouble.too-large";
        }
        out.write(buffer, 0, got);
      }
      return "";
    } catch (UnusableInput unusable) {
      return String.valueOf(unusable.getMessage()).replace(packed.toString(), run.fileName());
    } catch (Unpacking.Torn torn) {
      return "settlement.trouble.torn";
    } finally {
      Files.deleteIfExists(packed);
    }
  }

  private StandingsDesk.Result export(Desktop desktop, Job job) throws IOException {
    job.at(BulkPhase.STANDINGS, 0, 0);
    Path file = desktop.files().standings();
    try (Writer out = Files.newBufferedWriter(file)) {
      return standings.export(null, file.toString(), out, codes -> job.at(BulkPhase.STANDINGS, codes, 0));
    }
  }

  /** Of holders under an edition that the house does not have, the standings say nothing: that is not unknown. */
  private List<Line> honest(List<Line> some, List<String> left) {
    Set<String> unknown =
        left.isEmpty()
            ? Set.of()
            : some.stream().filter(line -> line.because().equals(Cause.UNKNOWN_CODE.word())).map(Line::physician)
                .collect(Collectors.toSet());
    if (unknown.isEmpty()) {
      return some;
    }
    List<CodeGrant> grants = register.grants(unknown, List.of());
    Set<PersonId> theirs =
        register.persons(grants.stream().map(CodeGrant::person).distinct().toList()).stream()
            .filter(person -> left.contains(person.province())).map(Person::id).collect(Collectors.toSet());
    Set<String> codes =
        grants.stream().filter(grant -> theirs.contains(grant.person())).map(CodeGrant::code)
            .collect(Collectors.toSet());
    return some.stream().map(line -> codes.contains(line.physician()) ? line.undecided() : line).toList();
  }

  private boolean load(Run run, Desktop desktop, Loading loading) {
    store.lock(run.agency());
    if (store.find(run.id()).orElseThrow().outcome() != null) {
      return false;
    }
    MatchFiles files = desktop.files();
    try {
      Path rejects = files.rejects();
      loading.load(files.claims(), files.verdicts(), rejects == null ? files.claims() : rejects);
      return true;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Says for ever that nothing of the run was loaded, unless it was; whether it does. */
  boolean end(Run run, String trouble) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              store.lock(run.agency());
              if (store.find(run.id()).orElseThrow().outcome() != null) {
                return false;
              }
              store.end(
                  run.id(), new Run.Outcome(trouble, changes.latest(), LocalDate.now(clock), 0, 0, 0, 0, now()));
              return true;
            }));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static void clear(Path folder) throws IOException {
    List<Path> left;
    try (Stream<Path> all = Files.walk(folder)) {
      left = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : left) {
      Files.deleteIfExists(one);
    }
  }
}
