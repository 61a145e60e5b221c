package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.ClaimSpan;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import cn.xingheng.server.rulebook.LawDesk;
import cn.xingheng.server.standing.SpanDesk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.threeten.extra.LocalDateRange;

/**
 * Says of claim lines whether they are paid. Where the projection speaks of the day it is asked, otherwise the dossier
 * is reckoned; the verdict itself always comes from the reckoning's own rule. Nothing is written.
 */
@Component
public class ClaimDesk {
  private final ClaimStore store;
  private final FactDesk facts;
  private final RegisterDesk register;
  private final LawDesk laws;
  private final SpanDesk spans;

  ClaimDesk(ClaimStore store, FactDesk facts, RegisterDesk register, LawDesk laws, SpanDesk spans) {
    this.store = store;
    this.facts = facts;
    this.register = register;
    this.laws = laws;
    this.spans = spans;
  }

  /**
   * The verdicts on the lines of one institution, in their order.
   *
   * @throws Problem 403 when a line is another institution's; then none is answered
   */
  @Transactional(readOnly = true)
  List<ClaimVerdict> check(InstitutionId institution, List<ClaimLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).institution().equals(institution.value())) {
        throw Problem.of(403, "claims.problem.other-institution", Integer.toString(i + 1), lines.get(i).id());
      }
    }
    Batch batch = new Batch(institution);
    batch.load(lines);
    return lines.stream().map(batch::verdict).toList();
  }

  /** The law of a province, or empty when the house does not have the edition it works under. */
  Optional<Law> law(String province) {
    return register.organisation(province)
        .map(Organisation::edition)
        .flatMap(laws::find)
        .map(edition -> laws.law(edition.id()));
  }

  /** The law of an institution's province. */
  Optional<Law> lawAt(InstitutionId institution) {
    return register.organisation(institution.value())
        .map(Organisation::path)
        .flatMap(path -> law(path.substring(0, path.indexOf('/'))));
  }

  /** The lines of one institution while they are answered. */
  private final class Batch {
    private final InstitutionId institution;
    private final Optional<Law> own;
    private final Map<String, ClaimStore.Holder> holders = new LinkedHashMap<>();
    private final Map<String, Spanned> stood = new HashMap<>();
    private final Map<String, Optional<Law>> provinces = new HashMap<>();

    Batch(InstitutionId institution) {
      this.institution = institution;
      this.own = lawAt(institution);
    }

    void load(List<ClaimLine> lines) {
      Map<String, LocalDate> earliest = new HashMap<>();
      lines.forEach(line -> earliest.merge(line.code(), line.day(), (a, b) -> a.isBefore(b) ? a : b));
      earliest.remove("");
      project(earliest.keySet());
      reckon(earliest);
    }

    /** Reads the rows of the projection; none while it is being made anew. */
    void project(Set<String> codes) {
      Map<String, List<ClaimSpan>> rows = new HashMap<>();
      boolean current = spans.current();
      for (ClaimStore.Row row : store.standings(codes, institution.value())) {
        holders.put(row.holder().code(), row.holder());
        ClaimStore.Days days = row.days();
        if (days != null && current) {
          rows.computeIfAbsent(row.holder().code(), code -> new ArrayList<>()).add(span(days));
        }
      }
      rows.forEach(
          (code, found) ->
              law(Objects.requireNonNull(holders.get(code)))
                  .ifPresent(law -> stood.put(code, new Spanned(law, found))));
    }

    /** Reckons whom the projection says nothing of on the earliest day asked about. */
    void reckon(Map<String, LocalDate> earliest) {
      Map<String, Set<PersonId>> left = new LinkedHashMap<>();
      holders.forEach(
          (code, holder) -> {
            Spanned known = stood.get(code);
            LocalDate day = Objects.requireNonNull(earliest.get(code));
            if ((known == null || !known.covers(day)) && law(holder).isPresent()) {
              left.computeIfAbsent(holder.province(), key -> new TreeSet<>()).add(new PersonId(holder.person()));
            }
          });
      Map<String, Spanned> reckoned = new HashMap<>();
      left.forEach(
          (province, persons) -> {
            for (Gathered one : facts.gatherAll(province, List.copyOf(persons))) {
              reckoned.put(
                  one.person().value(), Spanned.reckon(one.history().knownAt(LocalDate.MAX), institution));
            }
          });
      holders.forEach(
          (code, holder) -> {
            Spanned found = reckoned.get(holder.person());
            if (found != null) {
              stood.put(code, found);
            }
          });
    }

    ClaimVerdict verdict(ClaimLine line) {
      if (line.code().isEmpty()) {
        return own.map(
                law -> {
                  ClaimAnswer answer = ClaimAnswer.withoutCode(law);
                  return ClaimVerdict.of(line.id(), law.edition(), answer.verdict(), answer.causes(), null);
                })
            .orElseGet(() -> ClaimVerdict.withoutEdition(line.id()));
      }
      return spanned(line.code())
          .map(known -> known.on(line.id(), line.day(), line.setting()))
          .orElseGet(() -> ClaimVerdict.withoutEdition(line.id()));
    }

    /** The holder's spans, or nobody's; empty when there is no edition to say it by. */
    Optional<Spanned> spanned(String code) {
      if (holders.containsKey(code)) {
        return Optional.ofNullable(stood.get(code));
      }
      return own.map(Spanned::nobody);
    }

    private Optional<Law> law(ClaimStore.Holder holder) {
      return provinces.computeIfAbsent(holder.province(), ClaimDesk.this::law);
    }
  }

  private static ClaimSpan span(ClaimStore.Days days) {
    Set<Cause> causes =
        days.causes().isEmpty()
            ? Set.of()
            : Arrays.stream(days.causes().split(","))
                .map(word -> Cause.find(word).orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
    return new ClaimSpan(
        LocalDateRange.of(days.first(), days.end()), Standing.find(days.standing()).orElseThrow(), causes);
  }
}
