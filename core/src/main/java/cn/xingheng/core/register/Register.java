package cn.xingheng.core.register;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.InstitutionFact.Closed;
import cn.xingheng.core.facts.InstitutionFact.Halted;
import cn.xingheng.core.facts.InstitutionFact.Opened;
import cn.xingheng.core.facts.InstitutionFact.Restored;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeten.extra.LocalDateRange;

/**
 * 「机构名册」 The institutions as known.
 *
 * <p>An institution that nobody opened is always in force, in the area {@link #UNNAMED}: a case may leave it out.
 */
public final class Register {

  /** The pooling area of an institution that no fact opened. */
  public static final RegionId UNNAMED = new RegionId("r1");

  private final Map<InstitutionId, Institution> institutions;

  private Register(Map<InstitutionId, Institution> institutions) {
    this.institutions = institutions;
  }

  /** The register that these facts make; refused and withdrawn facts have been left out before. */
  public static Register reckon(Collection<InstitutionFact> known) {
    Map<InstitutionId, List<InstitutionFact>> byInstitution = new LinkedHashMap<>();
    for (InstitutionFact fact : known) {
      byInstitution.computeIfAbsent(fact.institution(), id -> new ArrayList<>()).add(fact);
    }
    Map<InstitutionId, Institution> institutions = new LinkedHashMap<>();
    byInstitution.forEach((id, facts) -> institutions.put(id, institution(id, facts)));
    return new Register(institutions);
  }

  /** The institution of this id. */
  public Institution institution(InstitutionId id) {
    Institution known = institutions.get(id);
    return known != null ? known : new Institution(id, UNNAMED, List.of(), List.of(), List.of());
  }

  /** The pooling area of this institution. */
  public RegionId region(InstitutionId id) {
    return institution(id).region();
  }

  private static Institution institution(InstitutionId id, List<InstitutionFact> facts) {
    List<Opened> opened = select(facts, Opened.class, Comparator.comparing(Opened::from));
    List<Halted> halted = select(facts, Halted.class, Comparator.comparing(Halted::from));
    List<Restored> restored = select(facts, Restored.class, Comparator.comparing(Restored::from));
    List<Closed> closed = select(facts, Closed.class, Comparator.comparing(Closed::from));
    RegionId region = opened.isEmpty() ? UNNAMED : opened.getLast().region();
    return new Institution(
        id, region, opened, halted.stream().map(halt -> halt(halt, restored)).toList(), closed);
  }

  private static Halt halt(Halted halted, List<Restored> restored) {
    LocalDate end = halted.through() == null ? LocalDate.MAX : halted.through().plusDays(1);
    Optional<Restored> lifted =
        restored.stream()
            .filter(fact -> !fact.from().isBefore(halted.from()) && fact.from().isBefore(end))
            .findFirst();
    List<FactId> facts = new ArrayList<>(List.of(halted.id()));
    lifted.ifPresent(fact -> facts.add(fact.id()));
    return new Halt(LocalDateRange.of(halted.from(), lifted.map(Restored::from).orElse(end)), facts);
  }

  private static <F extends InstitutionFact> List<F> select(
      List<InstitutionFact> facts, Class<F> kind, Comparator<F> order) {
    return facts.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .sorted(order.thenComparing(InstitutionFact::id))
        .toList();
  }
}
