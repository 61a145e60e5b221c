package cn.xingheng.server.claims.his;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.IdempotencyStore;
import cn.xingheng.server.house.IdempotencyStore.Request;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps whose codes an institution's own staff numbers stand for, and finds them. Every act is written down. */
@Component
public class CrosswalkDesk {
  private static final int LONGEST = 64;
  private final CrosswalkStore store;
  private final RegisterDesk register;
  private final IdempotencyStore once;
  private final AuditStore audit;
  private final Clock clock;

  CrosswalkDesk(
      CrosswalkStore store, RegisterDesk register, IdempotencyStore once, AuditStore audit, Clock clock) {
    this.store = store;
    this.register = register;
    this.once = once;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * From when until when entries are to stand.
   *
   * @param last the last day, inclusive, or null while no end is known
   */
  record Days(LocalDate since, @Nullable LocalDate last) {
    LocalDate until() {
      return last == null ? LocalDate.MAX : last.plusDays(1);
    }
  }

  /**
   * What came of adding.
   *
   * @param added how many; those that stood already are not among them
   */
  record Added(int added, int before, List<CrosswalkFault> faults) {
    Added {
      faults = List.copyOf(faults);
    }
  }

  /** The entries of these staff numbers, by number. */
  Map<String, List<CrosswalkEntry>> of(InstitutionId institution, Collection<String> localIds) {
    return localIds.isEmpty()
        ? Map.of()
        : store.of(institution.value(), localIds).stream().collect(Collectors.groupingBy(CrosswalkEntry::localId));
  }

  /** The institution, for who keeps its crosswalk. */
  Organisation institution(Viewer viewer, String id) {
    Organisation one =
        register.organisation(id).filter(found -> found.kind() == Organisation.Kind.INSTITUTION)
            .orElseThrow(Problem::notFound);
    viewer.require(Right.CROSSWALK, one.path());
    return one;
  }

  /** The next entries whose staff number begins so. */
  List<CrosswalkEntry> page(Viewer viewer, String institution, String begins, String after, long afterId, int most) {
    return store.page(institution(viewer, institution).id(), begins, after, afterId, most);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Adds every line of a file, or none. */
  @Transactional
  public Added add(Viewer viewer, String institution, String key, byte[] file, Days days) {
    institution(viewer, institution);
    CrosswalkCsv read = CrosswalkCsv.read(file);
    if (!read.faults().isEmpty()) {
      return new Added(0, 0, read.faults());
    }
    String body = days + new String(file, StandardCharsets.ISO_8859_1);
    return add(viewer, institution, new Request(tenant(viewer), key, "crosswalk-file:" + institution, body),
        read.lines(), days);
  }

  /** Adds one. */
  @Transactional
  public Added add(Viewer viewer, String institution, String key, String localId, String code, Days days) {
    institution(viewer, institution);
    CrosswalkCsv.Line line = new CrosswalkCsv.Line(0, localId.strip(), code.strip());
    Request request = new Request(tenant(viewer), key, "crosswalk:" + institution, days + line.toString());
    return add(viewer, institution, request, List.of(line), days);
  }

  private Added add(
      Viewer viewer, String institution, Request request, List<CrosswalkCsv.Line> lines, Days days) {
    Optional<String> before = once.find(request);
    if (before.isPresent()) {
      return new Added(Integer.parseInt(before.get()), 0, List.of());
    }
    store.alone(institution);
    List<CrosswalkFault> faults = new ArrayList<>();
    List<CrosswalkCsv.Line> fresh = fresh(institution, lines, days, faults);
    if (!faults.isEmpty()) {
      faults.sort(Comparator.comparingInt(CrosswalkFault::line));
      return new Added(0, 0, faults);
    }
    OffsetDateTime now = OffsetDateTime.now(clock);
    store.add(
        institution, fresh.stream().map(CrosswalkCsv.Line::localId).toList(),
        fresh.stream().map(CrosswalkCsv.Line::code).toList(), days.since(), days.until(), viewer.account(), now);
    once.keep(request, Integer.toString(fresh.size()), now);
    String detail =
        fresh.size() == 1
            ? fresh.getFirst().localId() + " = " + fresh.getFirst().code() : Integer.toString(fresh.size());
    audit.write(viewer, "crosswalk-added", "crosswalk:" + institution, detail + " " + days, now);
    return new Added(fresh.size(), lines.size() - fresh.size(), faults);
  }

  /** Those that do not stand already; what is wrong is added to the faults. */
  private List<CrosswalkCsv.Line> fresh(
      String institution, List<CrosswalkCsv.Line> lines, Days days, List<CrosswalkFault> faults) {
    if (!days.since().isBefore(days.until())) {
      faults.add(CrosswalkFault.of(0, "his.fault.days"));
      return List.of();
    }
    Map<String, List<CrosswalkEntry>> there =
        of(new InstitutionId(institution), lines.stream().map(CrosswalkCsv.Line::localId).toList());
    Set<String> held =
        register.grants(lines.stream().map(CrosswalkCsv.Line::code).toList(), List.of()).stream()
            .map(CodeGrant::code).collect(Collectors.toCollection(HashSet::new));
    Map<String, Integer> first = new HashMap<>();
    List<CrosswalkCsv.Line> fresh = new ArrayList<>();
    for (CrosswalkCsv.Line line : lines) {
      List<CrosswalkEntry> standing =
          there.getOrDefault(line.localId(), List.of()).stream()
              .filter(one -> one.overlaps(days.since(), days.until())).toList();
      Integer before = first.putIfAbsent(line.localId(), line.number());
      CrosswalkFault fault = fault(line, before, held, standing, days);
      if (fault != null) {
        faults.add(fault);
      } else if (standing.isEmpty()) {
        fresh.add(line);
      }
    }
    return fresh;
  }

  private static @Nullable CrosswalkFault fault(
      CrosswalkCsv.Line line, @Nullable Integer before, Set<String> held, List<CrosswalkEntry> standing, Days days) {
    String id = line.localId();
    if (id.isEmpty() || id.length() > LONGEST || id.codePoints().anyMatch(Character::isISOControl)) {
      return CrosswalkFault.of(line.number(), "his.fault.local", Integer.toString(LONGEST));
    }
    if (before != null) {
      return CrosswalkFault.of(line.number(), "his.fault.twice", id, before.toString());
    }
    if (!held.contains(line.code())) {
      return CrosswalkFault.of(line.number(), "his.fault.code", HisFields.shown(line.code()));
    }
    boolean same =
        standing.stream().allMatch(
            one -> one.code().equals(line.code()) && !days.since().isBefore(one.since())
                && !days.until().isAfter(one.until()));
    return same
        ? null
        : CrosswalkFault.of(
            line.number(), "his.fault.stands", id, standing.getFirst().code(), standing.getFirst().since().toString());
  }

  /**
   * Ends one earlier than it would; what is wrong, or null. An end before its first day takes it back altogether.
   *
   * @throws Problem 404 when the institution is out of scope
   */
  @Transactional
  public @Nullable CrosswalkFault end(Viewer viewer, String institution, String key, long id, LocalDate last) {
    institution(viewer, institution);
    Request request =
        new Request(tenant(viewer), key, "crosswalk-end:" + institution, id + " " + last);
    if (once.find(request).isPresent()) {
      return null;
    }
    store.alone(institution);
    Optional<CrosswalkEntry> entry = store.find(institution, id);
    if (entry.isEmpty()) {
      return CrosswalkFault.of(0, "his.fault.none");
    }
    LocalDate since = entry.get().since();
    LocalDate until = last.isBefore(since) ? since : last.plusDays(1);
    if (!store.end(institution, id, until)) {
      return CrosswalkFault.of(0, "his.fault.later");
    }
    OffsetDateTime now = OffsetDateTime.now(clock);
    once.keep(request, Long.toString(id), now);
    audit.write(
        viewer, "crosswalk-ended", "crosswalk:" + institution,
        entry.get().localId() + " = " + entry.get().code() + " " + since + " " + entry.get().until() + " -> " + until,
        now);
    return null;
  }

  private static String tenant(Viewer viewer) {
    return "account:" + viewer.account();
  }
}
