package cn.xingheng.server.archive;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.server.archive.ImportPlan.Change;
import cn.xingheng.server.archive.ImportPlan.Outcome;
import cn.xingheng.server.archive.form.ArchiveForm;
import cn.xingheng.server.archive.form.FormRead;
import cn.xingheng.server.archive.form.FormRules;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.facts.Given;
import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.Job;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.house.Words;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What takes long: looking at a file, taking it, undoing what was taken. Each writes all or nothing. */
@Component
final class ImportWork {
  private static final int AT_ONCE = 500;
  private static final int NAMED = 10;
  private final ImportStore store;
  private final RegisterDesk register;
  private final FactDesk facts;
  private final AuditStore audit;
  private final TransactionOperations transactions;
  private final Words chinese;
  private final Clock clock;

  ImportWork(
      ImportStore store, RegisterDesk register, FactDesk facts, AuditStore audit, TransactionOperations transactions,
      MessageSource messages, Clock clock) {
    this.store = store;
    this.register = register;
    this.facts = facts;
    this.audit = audit;
    this.transactions = transactions;
    this.chinese = new Words(messages, Locale.CHINESE);
    this.clock = clock;
  }

  /** Reads the file of an upload. */
  FormRead read(ImportUpload upload, Job job) {
    Pattern code = Pattern.compile(facts.lawOf(upload.organisation()).edition().codes().physician());
    try {
      return ArchiveForm.read(
          upload.fileName(), store.content(upload.id()), new FormRules(LocalDate.now(clock), code),
          rows -> job.at(ImportPhase.READ, rows, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks at a file; writes nothing. */
  ImportState check(ImportUpload upload, Job job) {
    return switch (read(upload, job)) {
      case FormRead.Refused refused -> new ImportState.Unreadable(refused.fault());
      case FormRead.Rows rows -> new ImportState.Checked(
          ImportCheck.of(judge(upload).judge(rows, job), rows.ignored()));
    };
  }

  /** What taking rows that were read would do now. */
  ImportCheck look(ImportUpload upload, FormRead.Rows rows) {
    return ImportCheck.of(judge(upload).judge(rows, new Job(clock, ImportPhase.READ)), rows.ignored());
  }

  private ImportJudge judge(ImportUpload upload) {
    return new ImportJudge(register, facts, upload, LocalDate.now(clock));
  }

  /** Takes the rows of a file that can be taken, or all of them or none. */
  ImportState take(ImportUpload upload, Viewer viewer, boolean allOrNothing, Job job) {
    return switch (read(upload, job)) {
      case FormRead.Refused refused -> new ImportState.Unreadable(refused.fault());
      case FormRead.Rows rows -> {
        transactions.executeWithoutResult(status -> take(upload, viewer, allOrNothing, rows, job));
        yield new ImportState.Quiet();
      }
    };
  }

  private void take(ImportUpload upload, Viewer viewer, boolean allOrNothing, FormRead.Rows rows, Job job) {
    ImportJudge judge = judge(upload);
    store.lockProvince(judge.province());
    if (store.find(upload.id()).orElseThrow(Problem::notFound).batch() != null) {
      return;
    }
    store.lock(judge.known(rows).stream().map(Person::id).toList());
    ImportPlan plan = judge.judge(rows, job);
    int refused = plan.count(Outcome.REFUSED);
    if (allOrNothing && refused > 0) {
      throw Problem.of(422, "imports.failed.not-all", Integer.toString(refused));
    }
    long batch = store.addBatch(upload.id(), viewer.account(), now(), plan);
    List<Change> changes = plan.persons();
    for (int from = 0; from < changes.size(); from += AT_ONCE) {
      job.at(ImportPhase.RECORD, from, changes.size());
      record(upload, judge.province(), batch, viewer, changes.subList(from, Math.min(from + AT_ONCE, changes.size())));
    }
    store.addRows(batch, plan.rows().stream().map(this::row).toList());
    audit.write(viewer, "import-taken", "import:" + upload.id(), "rows=" + plan.rows().size(), now());
    job.at(ImportPhase.RECORD, changes.size(), changes.size());
  }

  private void record(ImportUpload upload, String province, long batch, Viewer viewer, List<Change> changes) {
    register.enter(
        changes.stream().filter(Change::added).map(Change::person).toList(),
        changes.stream().flatMap(change -> change.codes().stream()).toList());
    changes.stream().filter(change -> !change.altered().isEmpty()).map(Change::person).forEach(register::change);
    List<Given> given = new ArrayList<>();
    for (Change change : changes) {
      change.facts().forEach(
          stood ->
              given.add(
                  new Given(
                      change.person().id(), List.of(stood.fact()), null,
                      chinese.say("imports.note", upload.fileName(), Integer.toString(stood.line())))));
    }
    if (!given.isEmpty()) {
      facts.put(upload.organisation(), given, viewer.account(), batch);
    }
    facts.follow(province, changes.stream().map(change -> change.person().id()).toList());
  }

  private ImportStore.Row row(ImportPlan.Row row) {
    PersonId person = row.person();
    return new ImportStore.Row(
        row.line(), row.outcome().name(),
        row.reasons().stream().map(reason -> reason.sentence(chinese)).collect(Collectors.joining("\n")),
        person == null ? null : person.value());
  }

  /** Takes a batch back, unless something later rests on it. */
  ImportState undo(ImportUpload upload, Viewer viewer, String because, Job job) {
    transactions.executeWithoutResult(status -> undoAll(upload, viewer, because, job));
    return new ImportState.Quiet();
  }

  private void undoAll(ImportUpload asked, Viewer viewer, String because, Job job) {
    String province = judge(asked).province();
    store.lockProvince(province);
    ImportUpload.Batch batch = store.find(asked.id()).orElseThrow(Problem::notFound).batch();
    if (batch == null || batch.undo() != null) {
      return;
    }
    List<PersonId> persons = store.persons(batch.id());
    store.lock(persons);
    List<String> resting = new ArrayList<>();
    for (List<PersonId> some : chunks(persons)) {
      job.at(ImportPhase.JUDGE, 0, persons.size());
      facts.gatherAll(province, some).forEach(gathered -> resting(gathered, batch.id(), resting));
    }
    if (!resting.isEmpty()) {
      throw Problem.of(
          409, "imports.failed.rests", Integer.toString(resting.size()),
          resting.stream().limit(NAMED).collect(Collectors.joining("；")));
    }
    store.undo(batch.id(), viewer.account(), because, now());
    long done = 0;
    for (List<PersonId> some : chunks(persons)) {
      job.at(ImportPhase.UNDO, done, persons.size());
      facts.follow(province, some);
      done += some.size();
    }
    audit.write(viewer, "import-undone", "import:" + asked.id(), because, now());
    job.at(ImportPhase.UNDO, done, persons.size());
  }

  /** Names the facts that core took and would not have taken without the batch. */
  private void resting(Gathered gathered, long batch, List<String> resting) {
    List<Fact> without = gathered.facts().stream().filter(fact -> !ofBatch(gathered, fact, batch)).toList();
    Map<FactId, Judgment> before = gathered.history().judgments();
    Map<FactId, Judgment> after = History.reckon(gathered.law(), gathered.house(), without).judgments();
    for (Fact fact : without) {
      boolean rests =
          before.get(fact.id()) instanceof Judgment.Accepted && after.get(fact.id()) instanceof Judgment.Refused;
      if (rests) {
        String name = register.persons(List.of(gathered.person())).getFirst().name();
        resting.add(
            name + " " + fact.on() + " " + chinese.say("kind." + fact.kind().word()) + " " + fact.id().value());
      }
    }
  }

  private static boolean ofBatch(Gathered gathered, Fact fact, long batch) {
    var note = gathered.notes().get(fact.id());
    return note != null && note.batch() != null && note.batch() == batch;
  }

  private static List<List<PersonId>> chunks(List<PersonId> persons) {
    List<List<PersonId>> chunks = new ArrayList<>();
    for (int from = 0; from < persons.size(); from += AT_ONCE) {
      chunks.add(persons.subList(from, Math.min(from + AT_ONCE, persons.size())));
    }
    return chunks;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
