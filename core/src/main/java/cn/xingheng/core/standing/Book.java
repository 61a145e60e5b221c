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
import cn.xingheng.core.facts.StatementFact;
import cn.xingheng.core.rulebook.Law;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  private Book(Law law, House house, Sorted sorted) {
    this.law = law;
    this.house = house;
    this.facts = sorted.facts;
    this.others.addAll(sorted.others);
    sorted.byPerson.forEach((person, own) -> histories.put(person, History.reckon(law, house, own)));
  }

  /**
   * The book of these facts, in any order.
   *
   * @throws IllegalArgumentException when two facts have one id
   */
  public static Book reckon(Law law, Collection<? extends Fact> given) {
    Sorted sorted = new Sorted(null, given);
    return new Book(law, House.reckon(law, sorted.institutions), sorted);
  }

  /**
   * The book of these facts, in any order, beside institutions whose facts have been judged already.
   * It says what the book of all of them says.
   *
   * @param given the facts about physicians and money; none about institutions and their agreements
   * @throws IllegalArgumentException when two facts have one id, when one is about an institution's agreement, or when
   *     the institutions were judged under another law
   */
  public static Book reckon(Law law, House house, Collection<? extends Fact> given) {
    if (!house.law().equals(law)) {
      throw new IllegalArgumentException("the institutions were judged under " + house.law().edition().id()
          + " or another reading or calendar of it, not under this " + law.edition().id());
    }
    Sorted sorted = new Sorted(house, given);
    if (!sorted.institutions.isEmpty()) {
      throw new IllegalArgumentException("about an institution: " + sorted.institutions.getFirst().id());
    }
    return new Book(law, house, sorted);
  }

  /** Facts by whom they are about, each list in the order in which they are taken. */
  private static final class Sorted {
    private final @Nullable House house;
    private final Map<FactId, Fact> facts = new HashMap<>();
    private final Map<PersonId, List<Fact>> byPerson = new LinkedHashMap<>();
    private final List<Fact> institutions = new ArrayList<>();
    private final List<Fact> others = new ArrayList<>();

    Sorted(@Nullable House house, Collection<? extends Fact> given) {
      this.house = house;
      for (Fact fact : given) {
        if (facts.put(fact.id(), fact) != null || (house != null && house.find(fact.id()) != null)) {
          throw new IllegalArgumentException("two facts with one id: " + fact.id());
        }
      }
      for (Fact fact : given.stream().sorted(Fact.ORDER).toList()) {
        Fact root = root(fact, this::find);
        PersonId person = person(root);
        if (person != null) {
          byPerson.computeIfAbsent(person, key -> new ArrayList<>()).add(fact);
        } else if (root instanceof InstitutionFact) {
          institutions.add(fact);
        } else {
          others.add(fact);
        }
      }
    }

    private @Nullable Fact find(FactId id) {
      Fact own = facts.get(id);
      return own != null || house == null ? own : house.find(id);
    }
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
    Fact own = facts.get(id);
    return Optional.ofNullable(own != null ? own : house.find(id));
  }

  /** The physician that a fact is about, or empty. */
  public Optional<PersonId> personOf(FactId id) {
    return find(id).map(fact -> person(root(fact, other -> find(other).orElse(null))));
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

  /** What a fact is about in the end: itself, or what it revises, objects to or answers. */
  private static Fact root(Fact fact, Function<FactId, @Nullable Fact> find) {
    Fact at = fact;
    Set<FactId> seen = new HashSet<>();
    while (seen.add(at.id())) {
      FactId of = at.about();
      Fact next = of == null ? null : find.apply(of);
      if (next == null) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static @Nullable PersonId person(Fact root) {
    return switch (root) {
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
      case StatementFact.Stated stated -> stated.person();
      case StatementFact.StatementSettled settled -> null;
      case RevisionFact revision -> null;
      case ReviewFact.Objected objected -> null;
      case ReviewFact.ObjectionAnswered answered -> null;
    };
  }
}
