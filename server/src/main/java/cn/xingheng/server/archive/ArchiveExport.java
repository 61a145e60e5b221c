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
  private record Sheet(List<Line> lines, boolean masked, Left left) {
    List<FormRow> rows() {
      return lines.stream().map(Line::row).toList();
    }
  }

  private record Line(FormRow row, boolean masked) {}

  /**
   * Who is left out because no row of the form could say them.
   *
   * @param withoutCode places of practice without a code, or of somebody without a certificate
   * @param unclear whose identity number is none, or tells another sex
   */
  private record Left(int withoutCode, int unclear) {
    Left plus(Left more) {
      return new Left(withoutCode + more.withoutCode, unclear + more.unclear);
    }
  }

  /**
   * What somebody wants.
   *
   * @param institution the one institution, or null or blank for all that somebody sees
   * @param person the one physician, or null or blank for all
   */
  record Of(LocalDate asOf, @Nullable String institution, @Nullable String person) {

    @Nullable String oneInstitution() {
      return institution == null || institution.isBlank() ? null : institution;
    }

    @Nullable PersonId onePerson() {
      return person == null || person.isBlank() ? null : new PersonId(person);
    }

    String object() {
      String one = oneInstitution();
      PersonId whom = onePerson();
      return whom == null ? "archive:" + (one == null ? "" : one) : "person:" + whom;
    }
  }

  /** The institutions that somebody sees. */
  List<Organisation> sites(Viewer viewer) {
    return register.organisations(viewer, Right.SEE).stream().filter(one -> one.kind() == Kind.INSTITUTION).toList();
  }

  /** The workbook of one institution, or of all that somebody sees when it is null. */
  void xlsx(Viewer viewer, LocalDate asOf, @Nullable String institution, OutputStream out) throws IOException {
    xlsx(viewer, new Of(asOf, institution, null), out);
  }

  /** The text of one institution, or of all that somebody sees when it is null. */
  void csv(Viewer viewer, LocalDate asOf, @Nullable String institution, OutputStream out) throws IOException {
    csv(viewer, new Of(asOf, institution, null), out);
  }

  void xlsx(Viewer viewer, Of of, OutputStream out) throws IOException {
    Sheet sheet = sheet(viewer, of);
    ArchiveForm.writeXlsx(out, title(sheet, of.asOf()), sheet.rows(), hidden(sheet));
  }

  void csv(Viewer viewer, Of of, OutputStream out) throws IOException {
    Sheet sheet = sheet(viewer, of);
    boolean titled = sheet.masked() || sheet.left().unclear() > 0;
    ArchiveForm.writeCsv(out, titled ? title(sheet, of.asOf()) : "", sheet.rows(), hidden(sheet));
  }

  private static Predicate<FormRow> hidden(Sheet sheet) {
    Set<FormRow> masked = Collections.newSetFromMap(new IdentityHashMap<>());
    sheet.lines().stream().filter(Line::masked).map(Line::row).forEach(masked::add);
    return masked::contains;
  }

  private static String title(Sheet sheet, LocalDate asOf) {
    return TITLE + "（" + asOf + "）"
        + (sheet.masked() ? "　身份证号码已遮盖，不能再导入" : "")
        + (sheet.left().withoutCode() == 0
            ? "" : "　另有 " + sheet.left().withoutCode() + " 人没有编码或执业证书编码，未列出")
        + (sheet.left().unclear() == 0
            ? "" : "　另有 " + sheet.left().unclear() + " 人身份证号码有误或与性别不符，未列出，请先照身份证更正");
  }

  private Sheet sheet(Viewer viewer, Of of) {
    String one = of.oneInstitution();
    PersonId whom = of.onePerson();
    if (whom != null) {
      register.find(viewer, Right.SEE, whom);
    }
    List<Organisation> sites =
        sites(viewer).stream().filter(site -> one == null || site.id().equals(one)).toList();
    if (one != null && sites.isEmpty()) {
      throw Problem.notFound();
    }
    List<Line> lines = new ArrayList<>();
    Left left = new Left(0, 0);
    Map<String, List<Organisation>> byProvince =
        sites.stream().collect(Collectors.groupingBy(ArchiveExport::province, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<String, List<Organisation>> entry : byProvince.entrySet()) {
      left = left.plus(lines(viewer, entry.getKey(), entry.getValue(), of, lines));
    }
    if (whom != null && lines.isEmpty()) {
      throw Problem.of(422, left.unclear() > 0 ? "imports.export.unclear" : "imports.export.nothing");
    }
    boolean masked = lines.stream().anyMatch(Line::masked);
    if (lines.stream().anyMatch(line -> !line.masked())) {
      audit.write(
          viewer, "archive-exported", of.object(), "asOf=" + of.asOf() + " rows=" + lines.size(),
          OffsetDateTime.now(clock));
    }
    return new Sheet(lines, masked, left);
  }

  private static String province(Organisation site) {
    return site.path().substring(0, site.path().indexOf('/'));
  }

  private Left lines(Viewer viewer, String province, List<Organisation> sites, Of of, List<Line> lines) {
    Map<String, Organisation> seen = new HashMap<>();
    Set<PersonId> persons = new TreeSet<>();
    PersonId whom = of.onePerson();
    for (Organisation site : sites) {
      seen.put(site.id(), site);
      if (whom == null) {
        persons.addAll(facts.personsAt(new InstitutionId(site.id())));
      }
    }
    if (whom != null && register.persons(List.of(whom)).getFirst().province().equals(province)) {
      persons.add(whom);
    }
    Map<String, List<Line>> bySite = new HashMap<>();
    Left left = new Left(0, 0);
    List<PersonId> ids = List.copyOf(persons);
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<PersonId> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
      left = left.plus(some(viewer, province, some, seen, of.asOf(), bySite));
    }
    sites.forEach(
        site ->
            bySite.getOrDefault(site.id(), List.of()).stream()
                .sorted(Comparator.comparing(line -> line.row().code())).forEach(lines::add));
    return left;
  }

  private Left some(
      Viewer viewer, String province, List<PersonId> ids, Map<String, Organisation> seen, LocalDate asOf,
      Map<String, List<Line>> bySite) {
    Map<PersonId, Person> persons =
        register.persons(ids).stream().collect(Collectors.toMap(Person::id, person -> person));
    Map<PersonId, List<CodeGrant>> codes =
        register.grants(List.of(), ids).stream().collect(Collectors.groupingBy(CodeGrant::person));
    int without = 0;
    int unclear = 0;
    for (Gathered gathered : facts.gatherAll(province, ids)) {
      Person person = Objects.requireNonNull(persons.get(gathered.person()));
      Dossier dossier = gathered.history().knownAt(LocalDate.MAX);
      ArchiveRow archive =
          new ArchiveRow(person, dossier, asOf, codes.getOrDefault(person.id(), List.of()));
      List<Organisation> sites =
          archive.sites().stream().map(at -> seen.get(at.value())).filter(Objects::nonNull).toList();
      if (!archive.identified()) {
        unclear += sites.isEmpty() ? 0 : 1;
        continue;
      }
      for (Organisation site : sites) {
        FormRow row = archive.row(site);
        if (row == null) {
          without++;
        } else {
          bySite.computeIfAbsent(site.id(), key -> new ArrayList<>())
              .add(new Line(row, !viewer.may(Right.IDENTITY, site.path())));
        }
      }
    }
    return new Left(without, unclear);
  }
}
