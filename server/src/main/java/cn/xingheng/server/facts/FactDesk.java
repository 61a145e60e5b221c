package cn.xingheng.server.facts;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DutyFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.MeritFact;
import cn.xingheng.core.facts.RevisionFact;
import cn.xingheng.core.facts.StatementFact;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.House;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.law.cases.FactText;
import cn.xingheng.server.house.AuditStore;
import cn.xingheng.server.house.IdempotencyStore;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.rulebook.LawDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the facts about a person, and records one more: lock, gather, reckon, record. */
@Component
public class FactDesk {
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private final FactStore store;
  private final LawDesk laws;
  private final IdempotencyStore keys;
  private final AuditStore audit;
  private final List<Follower> followers;
  private final ChangeDesk changes;
  private final Clock clock;
  private final Map<String, KnownHouse> houses = new ConcurrentHashMap<>();

  /** The institutions of a province up to a fact, under one calendar. */
  private record KnownHouse(long newest, Law law, House house) {}

  FactDesk(
      FactStore store, LawDesk laws, IdempotencyStore keys, AuditStore audit, List<Follower> followers,
      ChangeDesk changes, Clock clock) {
    this.store = store;
    this.laws = laws;
    this.keys = keys;
    this.audit = audit;
    this.followers = List.copyOf(followers);
    this.changes = changes;
    this.clock = clock;
  }

  /** What is known about a person now. */
  public Gathered gather(PersonId person) {
    return gather(person, LocalDate.now(clock));
  }

  /**
   * What was in the house about a person at the end of a day: without the imports undone by then.
   *
   * @throws Problem 404 when there is no such person
   */
  public Gathered gather(PersonId person, LocalDate knownAt) {
    FactStore.Province province = store.provinceOf(person).orElseThrow(Problem::notFound);
    KnownHouse house = house(province);
    return gathered(person, province.id(), house, store.ofPerson(person, knownAt));
  }

  /** What is known about each of these persons of one province. */
  public List<Gathered> gatherAll(String province, List<PersonId> persons) {
    FactStore.Province found = store.provinceOf(province).orElseThrow(Problem::notFound);
    KnownHouse house = house(found);
    Map<String, List<FactStore.Row>> rows = new HashMap<>();
    store.ofPersons(persons.stream().map(PersonId::value).toList(), LocalDate.now(clock))
        .forEach(row -> rows.computeIfAbsent(String.valueOf(row.person()), key -> new ArrayList<>()).add(row));
    return persons.stream()
        .map(person -> gathered(person, found.id(), house, rows.getOrDefault(person.value(), List.of())))
        .toList();
  }

  /** The persons about whom a fact names this institution. */
  public List<PersonId> personsAt(InstitutionId institution) {
    return store.personsAt(institution.value()).stream().map(PersonId::new).toList();
  }

  /** The law of the province in which an organisation lies. */
  public Law lawOf(String organisation) {
    return laws.law(store.provinceOf(organisation).orElseThrow(Problem::notFound).edition());
  }

  /** The institutions of the province in which an organisation lies. */
  public House houseOf(String organisation) {
    return house(store.provinceOf(organisation).orElseThrow(Problem::notFound)).house();
  }

  /** The facts about institutions and money of a province. */
  public List<Fact> houseFacts(String province) {
    return read(store.ofHouse(province, LocalDate.now(clock)));
  }

  /**
   * Records one fact, once: the same key again gives the same fact and writes nothing.
   *
   * @return the id of the fact
   * @throws LawRefused when the law does not take it
   * @throws Problem when the day lies ahead, or another fact recorded today would be refused because of it
   */
  @Transactional
  public FactId record(Recording recording) {
    PersonId person = recording.person();
    if (!store.lock(person)) {
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
    long no = store.next(1).getFirst();
    Fact fact = recording.fact().apply(new Head(new FactId("f" + no), recording.on(), today));
    Gathered gathered = gather(person);
    History history = judged(gathered, fact);
    Law law = gathered.law();
    store.insert(
        List.of(
            row(no, fact, gathered.province(), person, law, now, recording.document(), recording.text(),
                recording.viewer().account(), null)));
    tell(Map.of(person, history));
    keys.keep(request, fact.id().value(), now);
    audit.write(recording.viewer(), fact.kind().word(), "person:" + person, fact.id().value(), now);
    return fact.id();
  }

  /**
   * Makes the transaction that is under way the only writer of the person, before the write itself is prepared.
   *
   * @return the fact, when this very write was done before
   * @throws Problem 404 when there is no such person
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<FactId> begin(Recording recording) {
    if (!store.lock(recording.person())) {
      throw Problem.notFound();
    }
    return keys.find(request(recording)).map(FactId::new);
  }

  private static IdempotencyStore.Request request(Recording recording) {
    Fact unnamed = recording.fact().apply(new Head(new FactId("unsaved"), recording.on(), recording.on()));
    return new IdempotencyStore.Request(
        "account:" + recording.viewer().account(), recording.key(), "person:" + recording.person(),
        FactText.write(unnamed) + apart(recording.document()) + apart(recording.text()));
  }

  /** So that no two different pairs read the same when put together. */
  private static String apart(@Nullable String part) {
    return part == null ? "\0" : "\0=" + part;
  }

  /** Refuses what the law does not take, and what would make a fact of today, already taken, be refused. */
  private static History judged(Gathered gathered, Fact fact) {
    Map<FactId, Judgment> before = gathered.history().judgments();
    History history = History.reckon(gathered.law(), gathered.house(), gathered.with(fact));
    if (history.judgments().get(fact.id()) instanceof Judgment.Refused refused) {
      throw new LawRefused(refused.refusal());
    }
    history.judgments().forEach(
        (id, judgment) -> {
          if (judgment instanceof Judgment.Refused && before.get(id) instanceof Judgment.Accepted) {
            throw Problem.of(409, "problem.same-day", id.value());
          }
        });
    return history;
  }

  /**
   * Puts facts that were judged elsewhere, by an import or the demonstration, in their place, all in one province.
   *
   * @param batch the import they come with, or null: then each was recorded on the day it says
   */
  @Transactional
  public void put(String organisation, List<Given> given, @Nullable Long account, @Nullable Long batch) {
    FactStore.Province province = store.provinceOf(organisation).orElseThrow(Problem::notFound);
    Law law = laws.law(province.edition());
    OffsetDateTime now = OffsetDateTime.now(clock);
    Iterator<Long> numbers = store.next(given.stream().mapToInt(one -> one.facts().size()).sum()).iterator();
    List<FactStore.NewRow> rows = new ArrayList<>();
    for (Given one : given) {
      for (Fact fact : one.facts()) {
        OffsetDateTime at =
            batch == null ? fact.recorded().atTime(MORNING).atZone(clock.getZone()).toOffsetDateTime() : now;
        rows.add(
            row(
                numbers.next(), fact, province.id(), one.person(), law, at, one.document(), one.text(), account,
                batch));
      }
    }
    store.insert(rows);
  }

  /** Brings what follows the facts of these persons of one province up to them. */
  @Transactional
  public void follow(String province, List<PersonId> persons) {
    persons.stream().sorted().forEach(store::lock);
    Map<PersonId, History> histories = new LinkedHashMap<>();
    gatherAll(province, persons).forEach(gathered -> histories.put(gathered.person(), gathered.history()));
    tell(histories);
  }

  /** Brings everything that follows these persons up to their facts. */
  void tell(Map<PersonId, History> histories) {
    followers.forEach(follower -> follower.changed(histories));
    changes.persons(histories.keySet());
  }

  private KnownHouse house(FactStore.Province province) {
    Law law = laws.law(province.edition());
    long newest = store.newestOfHouse(province.id());
    KnownHouse known = houses.get(province.id());
    if (known == null || known.newest() != newest || known.law().calendar() != law.calendar()) {
      List<Fact> facts = read(store.ofHouse(province.id(), LocalDate.now(clock)));
      known = new KnownHouse(newest, law, House.reckon(law, ofRegister(facts)));
      houses.put(province.id(), known);
    }
    return known;
  }

  /** The facts about institutions' agreements and what revises them; money and duties are about neither. */
  static List<Fact> ofRegister(List<Fact> facts) {
    Set<FactId> ids = new HashSet<>();
    return facts.stream()
        .filter(fact -> fact instanceof InstitutionFact || (fact.about() != null && ids.contains(fact.about())))
        .filter(fact -> ids.add(fact.id()))
        .toList();
  }

  private static Gathered gathered(PersonId person, String province, KnownHouse house, List<FactStore.Row> rows) {
    Map<FactId, Note> notes = new HashMap<>();
    rows.forEach(
        row ->
            notes.put(
                new FactId(row.id()),
                new Note(
                    row.document(), row.note(), row.recordedAt(), row.who(), row.edition(), row.editionHash(),
                    row.batch())));
    return new Gathered(person, province, house.law(), house.house(), read(rows), notes);
  }

  private static List<Fact> read(List<FactStore.Row> rows) {
    return rows.isEmpty() ? List.of() : FactText.read("fact", rows.stream().map(FactStore.Row::body).toList());
  }

  private static FactStore.NewRow row(
      long no, Fact fact, String province, @Nullable PersonId person, Law law, OffsetDateTime at,
      @Nullable String document, @Nullable String text, @Nullable Long account, @Nullable Long batch) {
    FactId about = fact.about();
    return new FactStore.NewRow(
        no, fact.id().value(), province, person == null ? null : person.value(), institution(fact), fact.kind().word(),
        fact.on(), at, fact.recorded(), about == null ? null : about.value(), FactText.write(fact), document, text,
        law.edition().id(), law.edition().hash(), account, batch);
  }

  private static @Nullable String institution(Fact fact) {
    return switch (fact) {
      case AgreementFact agreement -> agreement.at().value();
      case DecisionFact.Deducted deducted -> deducted.at().value();
      case InstitutionFact institution -> institution.institution().value();
      case DutyFact.Notified notified -> notified.institution() == null ? null : notified.institution().value();
      case MeritFact.Penalty penalty -> penalty.institution().value();
      case StatementFact.Stated stated -> stated.at().value();
      case RevisionFact.Corrected corrected -> institution(corrected.as());
      case Fact _ -> null;
    };
  }
}
