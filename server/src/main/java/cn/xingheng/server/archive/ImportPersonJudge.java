package cn.xingheng.server.archive;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.facts.StatementFact.Status;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.server.archive.ImportPlan.Altered;
import cn.xingheng.server.archive.ImportPlan.Change;
import cn.xingheng.server.archive.ImportPlan.Outcome;
import cn.xingheng.server.archive.ImportPlan.Row;
import cn.xingheng.server.archive.ImportPlan.Stood;
import cn.xingheng.server.archive.form.FormColumn;
import cn.xingheng.server.archive.form.FormLine.Understood;
import cn.xingheng.server.archive.form.FormRow;
import cn.xingheng.server.archive.form.StatedStatus;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.register.Category;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the rows of one person, one after the other: each by what is known and by the rows before it. */
final class ImportPersonJudge {
  private final ImportUpload upload;
  private final ImportSites sites;
  private final LocalDate today;
  private final @Nullable Person known;
  private final Gathered gathered;
  private final Map<String, CodeGrant> grants;
  private final List<Understood> lines;
  private final List<Fact> facts;
  private final List<Row> rows = new ArrayList<>();
  private final List<Stood> taken = new ArrayList<>();
  private final List<CodeGrant> codes = new ArrayList<>();
  private final Set<String> prefixes = new HashSet<>();
  private List<Altered> altered = List.of();
  private @Nullable Person person;
  private History history;
  private boolean prefixOpen;

  /**
   * The judge of one person.
   *
   * @param known as registered, or null when nobody is by that identity number
   * @param grants who holds the codes in question
   */
  ImportPersonJudge(
      ImportUpload upload, ImportSites sites, LocalDate today, @Nullable Person known, Gathered gathered,
      Map<String, CodeGrant> grants, List<Understood> lines) {
    this.upload = upload;
    this.sites = sites;
    this.today = today;
    this.known = known;
    this.gathered = gathered;
    this.grants = grants;
    this.lines = lines;
    this.facts = new ArrayList<>(gathered.facts());
    this.history = History.reckon(gathered.law(), gathered.house(), facts);
  }

  /** Judges every row; what becomes of each is added to a list. */
  Change judge(List<Row> outcomes) {
    places();
    lines.forEach(this::row);
    outcomes.addAll(rows);
    Person now =
        person == null
            ? ImportPerson.added(gathered.person(), gathered.province(), lines.getFirst().row()) : person;
    return new Change(now, known == null && person != null, altered, codes, taken);
  }

  /** How codes of this person may begin: by any place of practice in the file or in the register. */
  private void places() {
    Dossier dossier = history.knownAt(LocalDate.MAX);
    dossier.sites().forEach(site -> sites.byId(site.value()).ifPresent(this::place));
    for (Understood line : lines) {
      if (sites.find(line.row().institution()) instanceof ImportSites.Sought.Site(Organisation site)) {
        place(site);
      }
    }
  }

  private void place(Organisation site) {
    String prefix = ImportSites.prefix(site);
    if (prefix == null) {
      prefixOpen = true;
    } else {
      prefixes.add(prefix);
    }
  }

  private void row(Understood line) {
    FormRow row = line.row();
    List<ImportReason> reasons = new ArrayList<>();
    ImportSites.Sought sought = sites.find(row.institution());
    if (sought instanceof ImportSites.Sought.Nowhere(String key, List<String> arguments)) {
      reasons.add(reason(FormColumn.INSTITUTION, row.institution(), key, arguments));
    }
    if (known != null && !known.name().equals(row.name())) {
      reasons.add(reason(FormColumn.NAME, row.name(), "other-name", List.of(hidden(known.name()))));
    }
    code(row, reasons);
    if (reasons.isEmpty() && sought instanceof ImportSites.Sought.Site(Organisation site)) {
      take(line, new InstitutionId(site.id()), reasons);
    }
    if (!reasons.isEmpty()) {
      rows.add(new Row(line.number(), Outcome.REFUSED, reasons, known == null ? null : known.id()));
    }
  }

  private void code(FormRow row, List<ImportReason> reasons) {
    CodeGrant grant = grants.get(row.code());
    if (grant != null && !grant.person().equals(gathered.person())) {
      reasons.add(reason(FormColumn.CODE, row.code(), "code-held", List.of()));
    } else if (grant != null && grant.until() != null && !grant.until().isAfter(upload.asOf())) {
      reasons.add(reason(FormColumn.CODE, row.code(), "code-cancelled", List.of(grant.until().toString())));
    }
    if (!prefixOpen && !prefixes.isEmpty() && prefixes.stream().noneMatch(row.code()::startsWith)
        && lettered(row.code())) {
      String lawful = prefixes.stream().sorted().collect(Collectors.joining("、"));
      reasons.add(reason(FormColumn.CODE, row.code(), "code-prefix", List.of(lawful)));
    }
    boolean practising = gathered.law().edition().reads(ReadingKey.CODE_SUFFIX, "practising");
    if (practising && row.category() != Category.VILLAGE && !row.code().endsWith(row.certificate())) {
      reasons.add(reason(FormColumn.CODE, row.code(), "code-suffix", List.of(row.certificate())));
    }
  }

  /** Whether the edition's codes begin with letters of a place; codes of digits only name none. */
  private static boolean lettered(String code) {
    return !code.isEmpty() && Character.isLetter(code.charAt(0));
  }

  private void take(Understood line, InstitutionId site, List<ImportReason> reasons) {
    List<Stood> more = new ArrayList<>();
    Dossier dossier = history.knownAt(LocalDate.MAX);
    if (dossier.inForce(site, upload.asOf()).isEmpty()) {
      more.add(new Stood(line.number(), signed(line, site)));
    }
    Stated stated = stated(line, site, dossier);
    if (stated != null) {
      more.add(new Stood(line.number(), stated));
    }
    if (!more.isEmpty() && !lawful(more, reasons)) {
      return;
    }
    taken.addAll(more);
    boolean changed = person(line);
    boolean granted = code(line.row());
    Outcome outcome = changed || granted || !more.isEmpty() ? Outcome.TAKEN : Outcome.UNCHANGED;
    rows.add(new Row(line.number(), outcome, List.of(), gathered.person()));
  }

  /** Lets core judge the facts of the row beside all before; when it takes them they stay. */
  private boolean lawful(List<Stood> more, List<ImportReason> reasons) {
    List<Fact> all = new ArrayList<>(facts);
    more.forEach(stood -> all.add(stood.fact()));
    History next = History.reckon(gathered.law(), gathered.house(), all);
    for (Stood stood : more) {
      if (next.judgments().get(stood.fact().id()) instanceof Judgment.Refused refused) {
        reasons.add(new ImportReason.ByLaw(refused.refusal()));
        return false;
      }
    }
    for (Map.Entry<FactId, Judgment> before : history.judgments().entrySet()) {
      if (before.getValue() instanceof Judgment.Accepted
          && next.judgments().get(before.getKey()) instanceof Judgment.Refused) {
        reasons.add(reason(FormColumn.INSTITUTION, "", "same-day", List.of(before.getKey().value())));
        return false;
      }
    }
    facts.clear();
    facts.addAll(all);
    history = next;
    return true;
  }

  /** The first row that is taken says who the person is; whether that is anything new. */
  private boolean person(Understood line) {
    if (person != null) {
      return false;
    }
    if (known == null) {
      person = ImportPerson.added(gathered.person(), gathered.province(), line.row());
      return true;
    }
    person = ImportPerson.changed(known, line.row());
    altered = ImportPerson.altered(line.number(), known, person);
    return !altered.isEmpty();
  }

  private boolean code(FormRow row) {
    if (grants.containsKey(row.code()) || codes.stream().anyMatch(grant -> grant.code().equals(row.code()))) {
      return false;
    }
    codes.add(new CodeGrant(row.code(), gathered.person(), upload.asOf(), null));
    return true;
  }

  private Signed signed(Understood line, InstitutionId site) {
    ImportTerms terms = upload.terms();
    return new Signed(
        head(line, "a"), gathered.person(), site, terms.from(), terms.through(), terms.renews());
  }

  /** What the row states, unless it states nothing or what was stated there before. */
  private @Nullable Stated stated(Understood line, InstitutionId site, Dossier dossier) {
    FormRow row = line.row();
    Stated now =
        new Stated(
            head(line, "o"), gathered.person(), site, status(row.status()), row.totalPoints(), row.singlePoints(),
            blank(row.violation()), blank(row.description()), upload.fileName() + "，第 " + line.number() + " 行");
    Stated before =
        dossier.known().all(Stated.class).stream().filter(stated -> stated.at().equals(site))
            .reduce((first, later) -> later).orElse(null);
    return (before == null ? empty(now) : same(before, now)) ? null : now;
  }

  private static boolean empty(Stated stated) {
    return stated.status() == Status.EFFECTIVE && stated.points() == null && stated.last() == null
        && stated.category() == null && stated.description() == null;
  }

  private static boolean same(Stated before, Stated now) {
    return now.equals(
        new Stated(
            now.head(), now.person(), before.at(), before.status(), before.points(), before.last(), before.category(),
            before.description(), now.source()));
  }

  private static Status status(StatedStatus status) {
    return switch (status) {
      case VALID -> Status.EFFECTIVE;
      case SUSPENDED -> Status.SUSPENDED;
      case ENDED -> Status.ENDED;
    };
  }

  private Head head(Understood line, String which) {
    return new Head(new FactId("i" + upload.id() + "-" + line.number() + which), upload.asOf(), today);
  }

  private static @Nullable String blank(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String hidden(String name) {
    return name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
  }

  private static ImportReason reason(FormColumn column, String found, String key, List<String> arguments) {
    return new ImportReason.InRegister(column, found, key, arguments);
  }
}
