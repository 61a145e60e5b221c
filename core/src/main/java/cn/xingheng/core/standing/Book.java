package cn.xingheng.core.standing;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DutyFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.MeasureFact;
import cn.xingheng.core.facts.MeritFact;
import cn.xingheng.core.facts.NationalFact;
import cn.xingheng.core.facts.ReviewFact;
import cn.xingheng.core.facts.RevisionFact;
import cn.xingheng.core.rulebook.Law;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 「事实总簿」 All facts of one area: those about institutions, those about each physician, those about money.
 *
 * <p>What one physician's facts come to does not depend on another's, so each history is judged by itself.
 */
public final class Book {

  private final Law law;
  private final Map<FactId, Fact> facts;
  private final House house;
  private final Map<PersonId, History> histories = new LinkedHashMap<>();
  private final List<Fact> others = new ArrayList<>();

  private Book(Law law, Map<FactId, Fact> facts, House house) {
    this.law = law;
    this.facts = facts;
    this.house = house;
  }

  /**
   * The book of these facts, in any order.
   *
   * @throws IllegalArgumentException when two facts have one id
   */
  public static Book reckon(Law law, Collection<? extends Fact> given) {
    Map<FactId, Fact> facts = new HashMap<>();
    for (Fact fact : given) {
      if (facts.put(fact.id(), fact) != null) {
        throw new IllegalArgumentException("two facts with one id: " + fact.id());
      }
    }
    Map<PersonId, List<Fact>> byPerson = new LinkedHashMap<>();
    List<Fact> institutions = new ArrayList<>();
    List<Fact> others = new ArrayList<>();
    for (Fact fact : given.stream().sorted(Fact.ORDER).toList()) {
      PersonId person = person(fact, facts);
      if (person != null) {
        byPerson.computeIfAbsent(person, key -> new ArrayList<>()).add(fact);
      } else if (root(fact, facts) instanceof InstitutionFact) {
        institutions.add(fact);
      } else {
        others.add(fact);
      }
    }
    Book book = new Book(law, facts, House.reckon(law, institutions));
    book.others.addAll(others);
    byPerson.forEach((person, own) -> book.histories.put(person, History.reckon(law, book.house, own)));
    return book;
  }

  /** What it is reckoned under. */
  public Law law() {
    return law;
  }

  /** The facts about institutions. */
  public House house() {
    return house;
  }

  /** The facts about neither a physician nor an institution's agreement: money, and duties about institutions. */
  public List<Fact> others() {
    return others;
  }

  /** The history of each physician that a fact is about. */
  public Map<PersonId, History> histories() {
    return histories;
  }

  /** The history of a physician; an empty one for a person that no fact is about. */
  public History history(PersonId person) {
    History known = histories.get(person);
    return known != null ? known : History.reckon(law, house, List.of());
  }

  /** The fact with this id as recorded, or empty. */
  public Optional<Fact> find(FactId id) {
    return Optional.ofNullable(facts.get(id));
  }

  /** The physician that a fact is about, or empty. */
  public Optional<PersonId> personOf(FactId id) {
    return find(id).map(fact -> person(fact, facts));
  }

  /** What was made of a fact about a physician or an institution, or empty for another fact. */
  public Optional<Judgment> judgment(FactId id) {
    Optional<PersonId> person = personOf(id);
    return person.isPresent()
        ? Optional.ofNullable(history(person.get()).judgments().get(id))
        : Optional.ofNullable(house.judgments().get(id));
  }

  /** The dossier of a physician with what was known at the end of a day; {@link LocalDate#MAX} for all there is. */
  public Dossier dossier(PersonId person, LocalDate knownAt) {
    return history(person).knownAt(knownAt);
  }

  private static Fact root(Fact fact, Map<FactId, Fact> facts) {
    Fact at = fact;
    for (int depth = 0; depth < facts.size(); depth++) {
      FactId of = at.about();
      Fact next = of == null ? null : facts.get(of);
      if (next == null) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static @Nullable PersonId person(Fact fact, Map<FactId, Fact> facts) {
    return switch (root(fact, facts)) {
      case AgreementFact agreement -> agreement.person();
      case DecisionFact decision -> decision.person();
      case MeasureFact measure -> measure.person();
      case NationalFact national -> national.person();
      case DutyFact.Interviewed interviewed -> interviewed.person();
      case DutyFact.Graded graded -> graded.person();
      case DutyFact.Notified notified -> notified.person();
      case MeritFact.Honoured honoured -> honoured.person();
      case ReviewFact.ResumptionAsked asked -> asked.person();
      case ReviewFact.ResumptionAnswered answered -> answered.person();
      case ReviewFact.Reapplied reapplied -> reapplied.person();
      case ReviewFact.ReappliedAnswered answered -> answered.person();
      case MeritFact.Penalty penalty -> null;
      case MeritFact.Reward reward -> null;
      case InstitutionFact institution -> null;
      case RevisionFact revision -> null;
      case ReviewFact.Objected objected -> null;
      case ReviewFact.ObjectionAnswered answered -> null;
    };
  }
}
