package cn.xingheng.server.register;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.server.facts.ChangeDesk;
import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.IdempotencyStore;
import cn.xingheng.server.house.IdempotencyStore.Request;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Organisation.Kind;
import cn.xingheng.server.rulebook.LawDesk;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tree of organisations within an administrator's reach: shown, added to, changed. Every act is written down. */
@Component
public class OrganisationDesk {
  private final OrganisationStore store;
  private final LawDesk laws;
  private final IdempotencyStore keys;
  private final ChangeDesk changes;
  private final AuditStore audit;
  private final Clock clock;

  OrganisationDesk(
      OrganisationStore store, LawDesk laws, IdempotencyStore keys, ChangeDesk changes, AuditStore audit,
      Clock clock) {
    this.store = store;
    this.laws = laws;
    this.keys = keys;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One line of the tree.
   *
   * @param institutions how many lie directly below
   */
  public record Branch(Organisation one, int depth, long institutions) {}

  /**
   * One organisation with what lies directly below it.
   *
   * @param placed whether codes of its province begin with the letters of a place
   */
  public record Seen(Organisation one, List<Organisation> below, List<Kind> kinds, boolean placed) {}

  /** The tree, without the institutions below an area: they stand on its own page. */
  List<Branch> tree(Viewer viewer) {
    List<Organisation> all = reach(viewer);
    Map<String, Long> counts = new HashMap<>();
    Set<String> there = new HashSet<>();
    for (Organisation one : all) {
      there.add(one.id());
      if (one.kind() == Kind.INSTITUTION && one.parent() != null) {
        counts.merge(one.parent(), 1L, Long::sum);
      }
    }
    return all.stream()
        .filter(one -> one.kind() != Kind.INSTITUTION || !there.contains(String.valueOf(one.parent())))
        .sorted(Comparator.comparing(Organisation::path))
        .map(one -> new Branch(one, one.path().split("/").length - 1, counts.getOrDefault(one.id(), 0L)))
        .toList();
  }

  private List<Organisation> reach(Viewer viewer) {
    List<String> paths = viewer.paths(Right.ACCOUNTS);
    return paths.isEmpty() ? List.of() : store.below(paths);
  }

  /** Whether the viewer may enter institutions anywhere. */
  boolean imports(List<Branch> tree) {
    return tree.stream().anyMatch(branch -> branch.one().kind() == Kind.AREA);
  }

  Seen find(Viewer viewer, String id) {
    Organisation one = one(viewer, id);
    List<Organisation> below =
        store.below(List.of(one.path())).stream().filter(child -> id.equals(child.parent())).toList();
    return new Seen(one, below, OrganisationRule.below(one.kind()), OrganisationRule.placed(edition(one)));
  }

  private Organisation one(Viewer viewer, String id) {
    Organisation one = store.find(id).orElseThrow(Problem::notFound);
    viewer.require(Right.ACCOUNTS, one.path());
    return one;
  }

  private Edition edition(Organisation one) {
    String province = one.path().substring(0, one.path().indexOf('/'));
    String edition = store.find(province).map(Organisation::edition).orElse(null);
    return laws.law(Objects.requireNonNull(edition, one.path())).edition();
  }

  /** Adds one below another, once; what is wrong with it, or empty. */
  @Transactional
  public Optional<OrganisationFault> add(Viewer viewer, String key, String parentId, OrganisationEntry entry) {
    Organisation parent = one(viewer, parentId);
    if (!OrganisationRule.below(parent.kind()).contains(entry.kind())) {
      throw Problem.of(422, "organisations.fault.kind");
    }
    Request request = request(viewer, key, parentId, entry.toString());
    if (keys.find(request).isPresent()) {
      return Optional.empty();
    }
    Optional<OrganisationFault> fault = OrganisationRule.fault(entry, edition(parent)).or(() -> taken(parent, entry));
    if (fault.isEmpty()) {
      put(viewer, List.of(organisation(parent, entry)));
      keys.keep(request, entry.id(), now());
    }
    return fault;
  }

  private Optional<OrganisationFault> taken(Organisation parent, OrganisationEntry entry) {
    if (!store.taken(List.of(entry.id())).isEmpty()) {
      return Optional.of(OrganisationFault.of("organisations.fault.taken", entry.id()));
    }
    return entry.kind() == Kind.AREA && store.regionTaken(parent.id(), entry.region())
        ? Optional.of(OrganisationFault.of("organisations.fault.region-taken", entry.region()))
        : Optional.empty();
  }

  private static Organisation organisation(Organisation parent, OrganisationEntry entry) {
    boolean institution = entry.kind() == Kind.INSTITUTION;
    return new Organisation(
        entry.id(), parent.id(), parent.path() + entry.id() + "/", entry.kind(), entry.name(),
        entry.kind() == Kind.AREA ? entry.region() : institution ? parent.region() : null, null,
        place(entry), institution ? Integer.valueOf(entry.level()) : null);
  }

  private static @Nullable String place(OrganisationEntry entry) {
    return entry.kind() != Kind.INSTITUTION || entry.place().isEmpty() ? null : entry.place();
  }

  private void put(Viewer viewer, List<Organisation> added) {
    try {
      added.forEach(store::add);
      changes.organisations();
    } catch (DuplicateKeyException taken) {
      throw Problem.of(409, "organisations.taken-meanwhile");
    }
    added.forEach(
        one ->
            audit.write(
                viewer, "organisation-added", "organisation:" + one.id(), OrganisationEntry.of(one).toString(),
                now()));
  }

  /** Changes name, place and level; what is wrong with them, or empty. */
  @Transactional
  public Optional<OrganisationFault> change(Viewer viewer, String key, OrganisationEntry entry) {
    Organisation before = one(viewer, entry.id());
    OrganisationEntry next =
        new OrganisationEntry(
            before.kind(), before.id(), entry.name(), before.region() == null ? "" : before.region(), entry.level(),
            entry.place());
    Request request = request(viewer, key, before.id(), next.toString());
    if (keys.find(request).isPresent()) {
      return Optional.empty();
    }
    Optional<OrganisationFault> fault = OrganisationRule.named(next, edition(before));
    if (fault.isEmpty()) {
      boolean institution = before.kind() == Kind.INSTITUTION;
      store.change(before.id(), next.name(), place(next), institution ? Integer.valueOf(next.level()) : null);
      audit.write(
          viewer, "organisation-changed", "organisation:" + before.id(),
          OrganisationEntry.of(before) + " -> " + next, now());
      keys.keep(request, before.id(), now());
    }
    return fault;
  }

  /** Adds every institution of a list, or none; what is wrong with its lines, or nothing. */
  @Transactional
  public List<OrganisationFault> add(Viewer viewer, String key, byte[] file) {
    Request request = request(viewer, key, "list", new String(file, StandardCharsets.ISO_8859_1));
    if (keys.find(request).isPresent()) {
      return List.of();
    }
    InstitutionCsv list = InstitutionCsv.read(file);
    List<OrganisationFault> faults = new ArrayList<>(list.faults());
    List<Organisation> added = checked(viewer, list, faults);
    if (faults.isEmpty()) {
      put(viewer, added);
      keys.keep(request, Integer.toString(added.size()), now());
    }
    faults.sort(Comparator.comparingInt(OrganisationFault::line));
    return faults;
  }

  private List<Organisation> checked(Viewer viewer, InstitutionCsv list, List<OrganisationFault> faults) {
    Map<String, Organisation> areas = new HashMap<>();
    reach(viewer).stream().filter(one -> one.kind() == Kind.AREA).forEach(area -> areas.put(area.id(), area));
    Map<String, Edition> editions = new HashMap<>();
    areas.values().forEach(area -> editions.put(area.id(), edition(area)));
    Set<String> taken = store.taken(list.lines().stream().map(line -> line.entry().id()).toList());
    Map<String, Integer> first = new HashMap<>();
    List<Organisation> added = new ArrayList<>();
    for (InstitutionCsv.Line line : list.lines()) {
      OrganisationEntry entry = line.entry();
      Organisation area = areas.get(line.area());
      Integer before = first.putIfAbsent(entry.id(), line.number());
      if (area == null) {
        faults.add(OrganisationFault.of("organisations.fault.area", line.area()).at(line.number()));
      } else if (before != null) {
        faults.add(OrganisationFault.of("organisations.fault.twice", entry.id(), before).at(line.number()));
      } else if (taken.contains(entry.id())) {
        faults.add(OrganisationFault.of("organisations.fault.taken", entry.id()).at(line.number()));
      } else {
        Optional<OrganisationFault> fault =
            OrganisationRule.fault(entry, Objects.requireNonNull(editions.get(area.id())));
        fault.ifPresentOrElse(
            one -> faults.add(one.at(line.number())), () -> added.add(organisation(area, entry)));
      }
    }
    return added;
  }

  private static Request request(Viewer viewer, String key, String object, String body) {
    return new Request("account:" + viewer.account(), key, "organisations:" + object, body);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
