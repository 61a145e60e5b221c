package cn.xingheng.server.archive;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.server.archive.ImportPlan.Change;
import cn.xingheng.server.archive.ImportPlan.Outcome;
import cn.xingheng.server.archive.ImportPlan.Row;
import cn.xingheng.server.archive.form.FormLine;
import cn.xingheng.server.archive.form.FormLine.Understood;
import cn.xingheng.server.archive.form.FormRead;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.house.Job;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.Person;
import cn.xingheng.server.register.RegisterDesk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the rows of a file against the register and the law, person by person; writes nothing. */
final class ImportJudge {
  private static final int AT_ONCE = 500;
  private final RegisterDesk register;
  private final FactDesk facts;
  private final ImportUpload upload;
  private final String province;
  private final LocalDate today;
  private final ImportSites sites;

  ImportJudge(RegisterDesk register, FactDesk facts, ImportUpload upload, LocalDate today) {
    this.register = register;
    this.facts = facts;
    this.upload = upload;
    this.today = today;
    List<Organisation> all = register.allOrganisations();
    Organisation area = all.stream().filter(one -> one.id().equals(upload.organisation())).findFirst().orElseThrow();
    Organisation top =
        all.stream().filter(one -> one.kind() == Organisation.Kind.PROVINCE)
            .filter(one -> area.path().startsWith(one.path())).findFirst().orElseThrow();
    this.province = top.id();
    this.sites = new ImportSites(area, top.path(), all);
  }

  /** The rows of one person. */
  private record Group(PersonId id, List<Understood> lines) {}

  String province() {
    return province;
  }

  /** The registered persons of whom a file speaks. */
  List<Person> known(FormRead.Rows read) {
    return register.byIdentities(
        province, read.understood().stream().map(line -> line.row().identity().value()).distinct().toList());
  }

  ImportPlan judge(FormRead.Rows read, Job job) {
    Map<String, List<Understood>> byIdentity =
        read.understood().stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.row().identity().value(), LinkedHashMap::new, Collectors.toList()));
    Map<String, Person> known =
        known(read).stream().collect(Collectors.toMap(Person::identityNumber, person -> person));
    List<Group> groups = new ArrayList<>();
    byIdentity.forEach((identity, lines) -> groups.add(new Group(id(known.get(identity), lines), lines)));
    List<Row> rows = new ArrayList<>(read.lines().size());
    read.faulty().forEach(
        line ->
            rows.add(
                new Row(
                    line.number(), Outcome.REFUSED,
                    line.faults().stream().<ImportReason>map(ImportReason.InFile::new).toList(), null)));
    List<Change> changes = new ArrayList<>();
    for (int from = 0; from < groups.size(); from += AT_ONCE) {
      job.at(ImportPhase.JUDGE, rows.size(), read.lines().size());
      some(groups.subList(from, Math.min(from + AT_ONCE, groups.size())), known, rows, changes);
    }
    job.at(ImportPhase.JUDGE, rows.size(), read.lines().size());
    rows.sort(Comparator.comparingInt(Row::line));
    return new ImportPlan(changes, rows);
  }

  private void some(List<Group> groups, Map<String, Person> known, List<Row> rows, List<Change> changes) {
    List<PersonId> ids = groups.stream().map(Group::id).toList();
    Map<String, CodeGrant> grants = new HashMap<>();
    register.grants(codes(groups), ids).forEach(grant -> grants.put(grant.code(), grant));
    List<Gathered> gathered = facts.gatherAll(province, ids);
    for (int i = 0; i < groups.size(); i++) {
      List<Understood> lines = groups.get(i).lines();
      Person person = known.get(lines.getFirst().row().identity().value());
      Change change =
          new ImportPersonJudge(upload, sites, today, person, gathered.get(i), grants, lines).judge(rows);
      if (change.any()) {
        changes.add(change);
      }
    }
  }

  private static List<String> codes(Collection<Group> groups) {
    return groups.stream().flatMap(group -> group.lines().stream()).map(line -> line.row().code()).distinct().toList();
  }

  private PersonId id(@Nullable Person known, List<? extends FormLine> lines) {
    return known != null ? known.id() : new PersonId("p" + upload.id() + "-" + lines.getFirst().number());
  }
}
