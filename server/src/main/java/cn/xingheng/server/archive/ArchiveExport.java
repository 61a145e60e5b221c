package cn.xingheng.server.archive;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.server.archive.form.ArchiveForm;
import cn.xingheng.server.archive.form.FormRow;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Organisation.Kind;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The archive form of the institutions that somebody sees, as of a day, by what is known now. */
@Component
public class ArchiveExport {
  private static final String TITLE = "医疗保障协议医师信息档案登记表";
  private static final int AT_ONCE = 500;
  private final RegisterDesk register;
  private final FactDesk facts;
  private final AuditStore audit;
  private final Clock clock;

  ArchiveExport(RegisterDesk register, FactDesk facts, AuditStore audit, Clock clock) {
    this.register = register;
    this.facts = facts;
    this.audit = audit;
    this.clock = clock;
  }

  /** The rows, and for which of them the identity number stays masked. */
  private record Sheet(List<Line> lines, boolean masked, int withoutCode) {
    List<FormRow> rows() {
      return lines.stream().map(Line::row).toList();
    }
  }

  private record Line(FormRow row, boolean masked) {}

  /** The institutions that somebody sees. */
  List<Organisation> sites(Viewer viewer) {
    return register.organisations(viewer, Right.SEE).stream().filter(one -> one.kind() == Kind.INSTITUTION).toList();
  }

  void xlsx(Viewer viewer, LocalDate asOf, @Nullable String institution, OutputStream out) throws IOException {
    Sheet sheet = sheet(viewer, asOf, institution);
    ArchiveForm.writeXlsx(out, title(sheet, asOf), sheet.rows(), hidden(sheet));
  }

  void csv(Viewer viewer, LocalDate asOf, @Nullable String institution, OutputStream out) throws IOException {
    Sheet sheet = sheet(viewer, asOf, institution);
    ArchiveForm.writeCsv(out, sheet.masked() ? title(sheet, asOf) : "", sheet.rows(), hidden(sheet));
  }

  private static Predicate<FormRow> hidden(Sheet sheet) {
    Set<FormRow> masked = Collections.newSetFromMap(new IdentityHashMap<>());
    sheet.lines().stream().filter(Line::masked).map(Line::row).forEach(masked::add);
    return masked::contains;
  }

  private static String title(Sheet sheet, LocalDate asOf) {
    return TITLE + "（" + asOf + "）"
        + (sheet.masked() ? "　身份证号码已遮盖，不能再导入" : "")
        + (sheet.withoutCode() == 0 ? "" : "　另有 " + sheet.withoutCode() + " 人没有编码或执业证书编码，未列出");
  }

  private Sheet sheet(Viewer viewer, LocalDate asOf, @Nullable String institution) {
    boolean all = institution == null || institution.isBlank();
    List<Organisation> sites =
        sites(viewer).stream().filter(site -> all || site.id().equals(institution)).toList();
    if (!all && sites.isEmpty()) {
      throw Problem.notFound();
    }
    List<Line> lines = new ArrayList<>();
    int withoutCode = 0;
    Map<String, List<Organisation>> byProvince =
        sites.stream().collect(Collectors.groupingBy(ArchiveExport::province, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<String, List<Organisation>> entry : byProvince.entrySet()) {
      withoutCode += lines(viewer, entry.getKey(), entry.getValue(), asOf, lines);
    }
    boolean masked = lines.stream().anyMatch(Line::masked);
    if (lines.stream().anyMatch(line -> !line.masked())) {
      audit.write(
          viewer, "archive-exported", "archive:" + (all ? "" : institution), "asOf=" + asOf + " rows=" + lines.size(),
          OffsetDateTime.now(clock));
    }
    return new Sheet(lines, masked, withoutCode);
  }

  private static String province(Organisation site) {
    return site.path().substring(0, site.path().indexOf('/'));
  }

  private int lines(Viewer viewer, String province, List<Organisation> sites, LocalDate asOf, List<Line> lines) {
    Map<String, Organisation> seen = new HashMap<>();
    Set<PersonId> persons = new TreeSet<>();
    for (Organisation site : sites) {
      seen.put(site.id(), site);
      persons.addAll(facts.personsAt(new InstitutionId(site.id())));
    }
    Map<String, List<Line>> bySite = new HashMap<>();
    int withoutCode = 0;
    List<PersonId> ids = List.copyOf(persons);
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<PersonId> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
      withoutCode += some(viewer, province, some, seen, asOf, bySite);
    }
    sites.forEach(
        site ->
            bySite.getOrDefault(site.id(), List.of()).stream()
                .sorted(Comparator.comparing(line -> line.row().code())).forEach(lines::add));
    return withoutCode;
  }

  private int some(
      Viewer viewer, String province, List<PersonId> ids, Map<String, Organisation> seen, LocalDate asOf,
      Map<String, List<Line>> bySite) {
    Map<PersonId, Person> persons =
        register.persons(ids).stream().collect(Collectors.toMap(Person::id, person -> person));
    Map<PersonId, List<CodeGrant>> codes =
        register.grants(List.of(), ids).stream().collect(Collectors.groupingBy(CodeGrant::person));
    int without = 0;
    for (Gathered gathered : facts.gatherAll(province, ids)) {
      Person person = Objects.requireNonNull(persons.get(gathered.person()));
      Dossier dossier = gathered.history().knownAt(LocalDate.MAX);
      ArchiveRow archive =
          new ArchiveRow(person, dossier, asOf, codes.getOrDefault(person.id(), List.of()));
      for (InstitutionId at : archive.sites()) {
        Organisation site = seen.get(at.value());
        if (site == null) {
          continue;
        }
        FormRow row = archive.row(site);
        if (row == null) {
          without++;
        } else {
          bySite.computeIfAbsent(site.id(), key -> new ArrayList<>())
              .add(new Line(row, !viewer.may(Right.IDENTITY, site.path())));
        }
      }
    }
    return without;
  }
}
