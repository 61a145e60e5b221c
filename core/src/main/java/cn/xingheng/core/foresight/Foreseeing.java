package cn.xingheng.core.foresight;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.DecisionFact.Served;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.foresight.Foresight.SanctionChange;
import cn.xingheng.core.foresight.Foresight.StandingChange;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.sanction.Effect;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Deadlines;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.House;
import cn.xingheng.core.standing.States;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 「预见过程」 Reckons the two books and puts together what differs. */
final class Foreseeing {

  private final Law law;
  private final House house;
  private final Fact unsaved;
  private final Fact content;
  private final List<Fact> facts;
  private final History without;
  private final History with;
  private final Comparing both;

  Foreseeing(Law law, House house, Collection<? extends Fact> recorded, Fact unsaved) {
    if (unsaved instanceof InstitutionFact) {
      throw new IllegalArgumentException("about an institution, not about a person: " + unsaved.id());
    }
    if (recorded.stream().anyMatch(fact -> fact.id().equals(unsaved.id()))) {
      throw new IllegalArgumentException("two facts with one id: " + unsaved.id());
    }
    this.law = law;
    this.house = house;
    this.unsaved = unsaved;
    this.content = unsaved instanceof Corrected correction ? correction.as() : unsaved;
    this.facts = new ArrayList<>(recorded);
    this.without = History.reckon(law, house, facts);
    facts.add(unsaved);
    this.with = History.reckon(law, house, facts);
    this.both = new Comparing(without.knownAt(LocalDate.MAX), with.knownAt(LocalDate.MAX));
  }

  Foresight reckon(InstitutionId site, LocalDate today, @Nullable LocalDate given) {
    LocalDate day = later(today, content.on());
    LocalDate assumed = given == null ? assumed(day) : given;
    if (assumed.isBefore(day)) {
      throw new IllegalArgumentException("assumed " + assumed + " is before " + day);
    }
    List<StandingChange> changes = both.standings(site);
    List<StandingChange> elsewhere = both.elsewhere(site);
    List<SanctionChange> sanctions = both.sanctions();
    Entry entry = entry();
    Ladder ladderBefore = ladder(both.before(), entry, site, day);
    Ladder ladderAfter = ladder(both.after(), entry, site, day);
    List<Choice> choices = choices(assumed);
    Foresight found =
        new Foresight(
            unsaved, site, day, Objects.requireNonNull(with.judgments().get(unsaved.id())),
            Deadlines.waitsFor(both.after(), content.id()).orElse(null),
            Comparing.rejudged(without, with),
            States.reckon(both.before(), site, day, null), States.reckon(both.after(), site, day, null),
            changes, elsewhere, both.lines(site),
            DutiesAhead.reckon(
                both, content.id(), ladderAfter.period(), day, ahead(day, changes, elsewhere, sanctions)),
            assumed, effect(assumed, choices), choices, sanctions, both.bars(), ladderBefore, ladderAfter,
            Trail.EMPTY);
    return new Wording(law, both, found).worded();
  }

  /** The day a next sanction could be served: not before this one is. */
  private LocalDate assumed(LocalDate day) {
    return content instanceof Served decision
        ? Effect.served(law, decision.served()).map(served -> later(day, served)).orElse(day)
        : day;
  }

  private List<Choice> choices(LocalDate assumed) {
    Set<Arisen.Key> due =
        Arisen.reckon(both.before(), assumed).entrySet().stream()
            .filter(arisen -> arisen.getValue().due())
            .map(arisen -> arisen.getKey())
            .collect(Collectors.toSet());
    return new Trials(law, house, facts, assumed).reckon(both.after(), due);
  }

  private @Nullable Counting effect(LocalDate assumed, List<Choice> choices) {
    if (content instanceof SanctionDecision decision) {
      return Counting.reckon(law, decision.served()).orElse(null);
    }
    return choices.isEmpty() ? null : Counting.reckon(law, assumed);
  }

  /** The deduction that the fact is, corrects or takes away, as it counts; null when it is about none. */
  private @Nullable Entry entry() {
    FactId about = unsaved.about();
    return Stream.of(both.after(), both.before())
        .flatMap(dossier -> dossier.ledger().entries().stream())
        .filter(entry -> entry.fact().id().equals(unsaved.id()) || entry.fact().id().equals(about))
        .findFirst()
        .orElse(null);
  }

  private static Ladder ladder(Dossier dossier, @Nullable Entry entry, InstitutionId site, LocalDate day) {
    return entry == null
        ? Ladder.reckon(dossier, site, day)
        : Ladder.reckon(dossier, entry.account(), entry.day(), day);
  }

  /** The days after the day of the states on which the fact makes a difference. */
  private static SortedSet<LocalDate> ahead(
      LocalDate day, List<StandingChange> changes, List<StandingChange> elsewhere, List<SanctionChange> sanctions) {
    SortedSet<LocalDate> days = new TreeSet<>();
    changes.forEach(change -> days.add(change.days().getStart()));
    elsewhere.forEach(change -> days.add(change.days().getStart()));
    for (SanctionChange change : sanctions) {
      add(days, change.before());
      add(days, change.after());
    }
    return new TreeSet<>(days.tailSet(day.plusDays(1)));
  }

  private static void add(SortedSet<LocalDate> days, @Nullable Sanction sanction) {
    LocalDate first = sanction == null ? null : sanction.first();
    if (first != null) {
      days.add(first);
    }
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
