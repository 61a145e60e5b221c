package cn.xingheng.server.facts;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.House;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.law.cases.FactText;
import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.IdempotencyStore;
import cn.xingheng.server.house.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records facts about institutions' own agreements, and brings what follows their physicians up to them.
 * While one is recorded nobody writes about a person: who began before is waited for and followed, who comes later
 * reckons with it.
 */
@Component
public class HouseFactDesk {
  private static final int AT_ONCE = 200;
  private final FactStore store;
  private final FactDesk facts;
  private final IdempotencyStore keys;
  private final AuditStore audit;
  private final Clock clock;

  HouseFactDesk(FactStore store, FactDesk facts, IdempotencyStore keys, AuditStore audit, Clock clock) {
    this.store = store;
    this.facts = facts;
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What the law makes of a fact that is not recorded.
   *
   * @param after the institutions with it
   * @param refusal why it is not taken, or null when it is
   * @param displaced a fact recorded today that would be refused because of it, or null
   */
  public record Trial(Law law, House after, @Nullable Refusal refusal, @Nullable FactId displaced) {}

  /** Every fact about this institution's agreements and what revises them, in the order of recording. */
  public List<Fact> about(InstitutionId institution) {
    FactStore.Province province = store.provinceOf(institution.value()).orElseThrow(Problem::notFound);
    List<Fact> found = new ArrayList<>();
    Set<FactId> ids = new HashSet<>();
    for (Fact fact : FactDesk.ofRegister(facts.houseFacts(province.id()))) {
      FactId about = fact.about();
      boolean own = fact instanceof InstitutionFact one && one.institution().equals(institution);
      if (own || (about != null && ids.contains(about))) {
        ids.add(fact.id());
        found.add(fact);
      }
    }
    return found;
  }

  /** Tries a fact without recording it. */
  public Trial foresee(InstitutionRecording recording) {
    FactStore.Province province = store.provinceOf(recording.institution().value()).orElseThrow(Problem::notFound);
    return judged(province, unsaved(recording, LocalDate.now(clock)));
  }

  private static Fact unsaved(InstitutionRecording recording, LocalDate recorded) {
    return recording.fact().apply(new Head(new FactId("unsaved"), recording.on(), recorded));
  }

  private Trial judged(FactStore.Province province, Fact fact) {
    List<Fact> known = new ArrayList<>(FactDesk.ofRegister(facts.houseFacts(province.id())));
    Law law = facts.lawOf(province.id());
    Map<FactId, Judgment> before = House.reckon(law, known).judgments();
    known.add(fact);
    House after = House.reckon(law, known);
    Refusal refusal =
        after.judgments().get(fact.id()) instanceof Judgment.Refused refused ? refused.refusal() : null;
    return new Trial(law, after, refusal, displaced(before, after.judgments()).orElse(null));
  }

  private static Optional<FactId> displaced(Map<FactId, Judgment> before, Map<FactId, Judgment> after) {
    return after.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Judgment.Refused)
        .map(Map.Entry::getKey)
        .filter(id -> before.get(id) instanceof Judgment.Accepted)
        .findFirst();
  }

  /**
   * Records one fact, once: the same key again gives the same fact and writes nothing.
   *
   * @return the id of the fact
   * @throws LawRefused when the law does not take it
   * @throws Problem when the day lies ahead, or another fact recorded today would be refused because of it
   */
  @Transactional
  public FactId record(InstitutionRecording recording) {
    InstitutionId institution = recording.institution();
    if (!store.lockInstitution(institution.value())) {
      throw Problem.notFound();
    }
    OffsetDateTime now = OffsetDateTime.now(clock);
    LocalDate today = LocalDate.now(clock);
    if (recording.on().isAfter(today)) {
      throw Problem.of(422, "problem.day-ahead", recording.on().toString());
    }
    IdempotencyStore.Request request = request(recording);
    Optional<String> before = keys.find(request);
    if (before.isPresent()) {
      return new FactId(before.get());
    }
    FactStore.Province province = store.provinceOf(institution.value()).orElseThrow(Problem::notFound);
    House house = facts.houseOf(province.id());
    long no = store.next(1).getFirst();
    Fact fact = recording.fact().apply(new Head(new FactId("f" + no), recording.on(), today));
    Trial trial = judged(province, fact);
    if (trial.refusal() != null) {
      throw new LawRefused(trial.refusal());
    }
    refuse(trial.displaced());
    store.insert(List.of(row(no, fact, province, recording, trial.law(), now)));
    follow(province.id(), institution, house);
    keys.keep(request, fact.id().value(), now);
    audit.write(recording.viewer(), fact.kind().word(), "institution:" + institution, fact.id().value(), now);
    return fact.id();
  }

  /** Whether this very write was done before. */
  public boolean recorded(InstitutionRecording recording) {
    return keys.find(request(recording)).isPresent();
  }

  private static void refuse(@Nullable FactId displaced) {
    if (displaced != null) {
      throw Problem.of(409, "problem.same-day", displaced.value());
    }
  }

  private static IdempotencyStore.Request request(InstitutionRecording recording) {
    return new IdempotencyStore.Request(
        "account:" + recording.viewer().account(), recording.key(), "institution:" + recording.institution(),
        FactText.write(unsaved(recording, recording.on())) + apart(recording.document()) + apart(recording.text()));
  }

  private static String apart(@Nullable String part) {
    return part == null ? "\0" : "\0=" + part;
  }

  private static FactStore.NewRow row(
      long no, Fact fact, FactStore.Province province, InstitutionRecording recording, Law law, OffsetDateTime now) {
    FactId about = fact.about();
    return new FactStore.NewRow(
        no, fact.id().value(), province.id(), null, recording.institution().value(), fact.kind().word(), fact.on(),
        now, fact.recorded(), about == null ? null : about.value(), FactText.write(fact), recording.document(),
        recording.text(), law.edition().id(), law.edition().hash(), recording.viewer().account(), null);
  }

  /** Brings what follows everybody who has been at the institution up to its facts, some persons at a time. */
  private void follow(String province, InstitutionId institution, House before) {
    List<PersonId> persons = facts.personsAt(institution).stream().sorted().toList();
    for (int from = 0; from < persons.size(); from += AT_ONCE) {
      List<PersonId> some = persons.subList(from, Math.min(from + AT_ONCE, persons.size()));
      some.forEach(store::lock);
      Map<PersonId, History> histories = new LinkedHashMap<>();
      for (Gathered one : facts.gatherAll(province, some)) {
        History history = one.history();
        if (one.facts().stream().anyMatch(fact -> fact.recorded().equals(LocalDate.now(clock)))) {
          History was = History.reckon(one.law(), before, one.facts());
          refuse(displaced(was.judgments(), history.judgments()).orElse(null));
        }
        histories.put(one.person(), history);
      }
      facts.tell(histories);
    }
  }
}
