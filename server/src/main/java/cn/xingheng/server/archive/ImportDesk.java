package cn.xingheng.server.archive;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.server.archive.form.FormRead;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.house.IdempotencyStore;
import cn.xingheng.server.house.Job;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.house.Words;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Organisation.Kind;
import cn.xingheng.server.register.RegisterDesk;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports of the archive form: handed in, looked at, taken, undone; each within the areas of who does it. */
@Component
public class ImportDesk {
  private static final int LISTED = 100;
  private final ImportStore store;
  private final ImportWork work;
  private final ImportJobs jobs;
  private final RegisterDesk register;
  private final FactDesk facts;
  private final IdempotencyStore keys;
  private final Clock clock;

  ImportDesk(
      ImportStore store, ImportWork work, ImportJobs jobs, RegisterDesk register, FactDesk facts,
      IdempotencyStore keys, Clock clock) {
    this.store = store;
    this.work = work;
    this.jobs = jobs;
    this.register = register;
    this.facts = facts;
    this.keys = keys;
    this.clock = clock;
  }

  /** The pooling areas for which this person imports. */
  List<Organisation> areas(Viewer viewer) {
    return register.organisations(viewer, Right.IMPORT).stream().filter(one -> one.kind() == Kind.AREA).toList();
  }

  /** The newest uploads of these areas. */
  List<ImportUpload> newest(Viewer viewer) {
    return store.newest(viewer.paths(Right.IMPORT), LISTED);
  }

  /**
   * Keeps a file and begins to look at it; the same key again gives the same upload.
   *
   * @throws Problem 422 when a day or the terms cannot be
   */
  @Transactional
  public long upload(Viewer viewer, String key, ImportAsk ask) {
    Organisation area =
        areas(viewer).stream().filter(one -> one.id().equals(ask.organisation())).findFirst()
            .orElseThrow(Problem::notFound);
    days(ask);
    lawful(area, ask);
    String hash = hash(ask.content());
    IdempotencyStore.Request request =
        new IdempotencyStore.Request(
            "account:" + viewer.account(), key, "imports",
            String.join("\n", hash, area.id(), ask.fileName(), ask.asOf().toString(), ask.terms().toString()));
    Optional<String> before = keys.find(request);
    if (before.isPresent()) {
      return Long.parseLong(before.get());
    }
    long id = store.keep(ask, hash, viewer.account(), OffsetDateTime.now(clock));
    keys.keep(request, Long.toString(id), OffsetDateTime.now(clock));
    return id;
  }

  private void days(ImportAsk ask) {
    LocalDate today = LocalDate.now(clock);
    LocalDate through = ask.terms().through();
    if (ask.content().length == 0) {
      throw Problem.of(422, "imports.trouble.empty");
    }
    if (ask.asOf().isAfter(today)) {
      throw Problem.of(422, "imports.trouble.ahead", ask.asOf().toString(), today.toString());
    }
    if (ask.terms().from().isAfter(ask.asOf()) || (through != null && through.isBefore(ask.asOf()))) {
      throw Problem.of(422, "imports.trouble.not-then", ask.asOf().toString());
    }
  }

  /** Asks core whether anybody could sign for these terms, at an institution of the area that is in force. */
  private void lawful(Organisation area, ImportAsk ask) {
    List<Organisation> sites =
        register.allOrganisations().stream()
            .filter(one -> one.kind() == Kind.INSTITUTION && one.path().startsWith(area.path())).toList();
    if (sites.isEmpty()) {
      throw Problem.of(422, "imports.trouble.no-institution", area.name());
    }
    for (Organisation site : sites) {
      Optional<Refusal> refusal = refused(area, site, ask);
      if (refusal.isEmpty()) {
        return;
      }
      if (refusal.get().word() != Refusal.Word.NOT_IN_FORCE) {
        throw Problem.of(
            422, "imports.trouble.terms", refusal.get().why(), refusal.get().lawful(),
            refusal.get().citation().toString());
      }
    }
  }

  private Optional<Refusal> refused(Organisation area, Organisation site, ImportAsk ask) {
    FactId id = new FactId("terms");
    Signed trial =
        new Signed(
            new Head(id, ask.asOf(), LocalDate.now(clock)), new PersonId("nobody"), new InstitutionId(site.id()),
            ask.terms().from(), ask.terms().through(), ask.terms().renews());
    Judgment judgment =
        History.reckon(facts.lawOf(area.id()), facts.houseOf(area.id()), List.of(trial)).judgments().get(id);
    return judgment instanceof Judgment.Refused refused ? Optional.of(refused.refusal()) : Optional.empty();
  }

  /** An upload with how things stand; where nothing is remembered of one not taken, it is looked at again. */
  ImportView view(Viewer viewer, long id) {
    ImportUpload upload = find(viewer, id);
    ImportState state = jobs.state(id);
    if (state == null && upload.batch() == null) {
      check(upload);
      state = jobs.state(id);
    }
    upload = find(viewer, id);
    return new ImportView(upload, state == null ? new ImportState.Quiet() : state, store.same(upload).orElse(null));
  }

  /** Begins to look at an upload. */
  void check(Viewer viewer, long id) {
    check(find(viewer, id));
  }

  private void check(ImportUpload upload) {
    if (upload.batch() == null) {
      jobs.start(upload.id(), false, job -> work.check(upload, job));
    }
  }

  /** Begins to take an upload; one that was taken stays as it is. */
  void take(Viewer viewer, long id, boolean allOrNothing) {
    ImportUpload upload = find(viewer, id);
    if (upload.batch() == null) {
      jobs.start(id, true, job -> work.take(upload, viewer, allOrNothing, job));
    }
  }

  /** Tells what is under way to stop; nothing of it stays. */
  void cancel(Viewer viewer, long id) {
    find(viewer, id);
    jobs.cancel(id);
  }

  /** Begins to undo what was taken. */
  void undo(Viewer viewer, long id, String because) {
    ImportUpload upload = find(viewer, id);
    ImportUpload.Batch batch = upload.batch();
    if (batch == null) {
      throw Problem.of(409, "imports.trouble.not-taken");
    }
    if (batch.undo() != null) {
      throw Problem.of(409, "imports.trouble.undone");
    }
    jobs.start(id, true, job -> work.undo(upload, viewer, because, job));
  }

  /** The rows of an upload with what became of them, for a workbook. */
  record Told(FormRead.Rows read, Map<Integer, ImportSheet.Line> lines) {}

  /** What would become of each row, or what did. */
  Told told(Viewer viewer, long id, Words words) {
    ImportUpload upload = find(viewer, id);
    FormRead read = work.read(upload, new Job(clock, ImportPhase.READ));
    if (!(read instanceof FormRead.Rows rows)) {
      throw Problem.of(409, "imports.trouble.no-rows");
    }
    return new Told(rows, upload.batch() == null ? ahead(upload, rows, words) : recorded(upload.batch(), words));
  }

  private Map<Integer, ImportSheet.Line> ahead(ImportUpload upload, FormRead.Rows rows, Words words) {
    ImportCheck check =
        jobs.state(upload.id()) instanceof ImportState.Checked(ImportCheck known) ? known : work.look(upload, rows);
    return check.refusals().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    new ImportSheet.Line(
                        words.say("imports.outcome.refused"),
                        entry.getValue().stream().map(reason -> reason.sentence(words)).toList())));
  }

  private Map<Integer, ImportSheet.Line> recorded(ImportUpload.Batch batch, Words words) {
    Function<ImportStore.Row, ImportSheet.Line> line =
        row ->
            new ImportSheet.Line(
                words.say("imports.outcome." + row.outcome().toLowerCase(Locale.ROOT)),
                row.reason().isEmpty() ? List.of() : row.reason().lines().toList());
    return store.rows(batch.id()).stream().collect(Collectors.toMap(ImportStore.Row::line, line));
  }

  /** Writes the rows that are not taken, with the reasons, to be mended. */
  void faults(Viewer viewer, long id, Words words, OutputStream out) throws IOException {
    Told told = told(viewer, id, words);
    ImportSheet.faults(out, told.read(), told.lines());
  }

  /** Writes what became of every row. */
  void report(Viewer viewer, long id, Words words, OutputStream out) throws IOException {
    ImportUpload upload = find(viewer, id);
    if (upload.batch() == null) {
      throw Problem.of(409, "imports.trouble.not-taken");
    }
    Told told = told(viewer, id, words);
    ImportSheet.report(out, words, upload, told.read(), told.lines());
  }

  /** The upload, for who imports for its area. */
  ImportUpload find(Viewer viewer, long id) {
    ImportUpload upload = store.find(id).orElseThrow(Problem::notFound);
    viewer.require(Right.IMPORT, upload.path());
    return upload;
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("every Java has SHA-256", cause);
    }
  }
}
