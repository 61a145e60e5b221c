package cn.xingheng.core.foresight;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.core.calendar.Spans;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.foresight.Choice.Term;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.Range;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Ground;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.House;
import cn.xingheng.core.standing.Judgment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 「试算」 Each suspension or termination that could come next, decided and served on an assumed day and judged like a
 * recorded one: what is promised here is what the book would say.
 */
final class Trials {

  private final Law law;
  private final House house;
  private final List<Fact> facts;
  private final LocalDate assumed;

  /**
   * The trials on these facts.
   *
   * @param facts every fact about the person, the new one included
   */
  Trials(Law law, House house, List<Fact> facts, LocalDate assumed) {
    this.law = law;
    this.house = house;
    this.facts = facts;
    this.assumed = assumed;
  }

  /**
   * The sanctions that the points then require or allow and nothing has answered yet.
   *
   * @param before the duties without the new fact
   */
  List<Choice> reckon(Dossier after, Set<Arisen.Key> before) {
    List<Choice> choices = new ArrayList<>();
    Arisen.reckon(after, assumed).forEach(
        (key, arisen) -> {
          Ground ground = arisen.ground();
          Range range = ground == null || !arisen.due() ? null : range(ground.rule().consequence());
          if (ground != null && range != null) {
            choices.add(new Choice(ground, !before.contains(key), terms(ground, range)));
          }
        });
    return choices;
  }

  private static @Nullable Range range(Consequence consequence) {
    return switch (consequence) {
      case Consequence.Interview() -> null;
      case Consequence.Suspend(Range months) -> months;
      case Consequence.Terminate(Range years) -> years;
    };
  }

  private List<Term> terms(Ground ground, Range range) {
    int least = Math.max(1, range.from());
    int most = range.through() == null ? least : range.through();
    List<Term> terms = new ArrayList<>();
    for (int length = least; length <= most; length++) {
      terms.add(term(ground, length));
    }
    return terms;
  }

  private Term term(Ground ground, int length) {
    Fact trial = trial(ground, length);
    List<Fact> all = new ArrayList<>(facts);
    all.add(trial);
    History history = History.reckon(law, house, all);
    Judgment judgment = Objects.requireNonNull(history.judgments().get(trial.id()));
    Dossier dossier = history.knownAt(LocalDate.MAX);
    Optional<Sanction> found = dossier.sanction(trial.id()).filter(Sanction::stands);
    if (found.isEmpty()) {
      return new Term(length, judgment, null, null);
    }
    Sanction sanction = found.get();
    LocalDate first = sanction.first();
    return first == null
        ? new Term(length, judgment, sanction.earliest(), unsure(sanction))
        : new Term(length, judgment, new Firm(first), last(dossier, sanction));
  }

  private static @Nullable DayAnswer last(Dossier dossier, Sanction sanction) {
    LocalDate last =
        sanction.terminates()
            ? dossier.exclusions().stream()
                .filter(bar -> bar.of().id().equals(sanction.id()))
                .map(Exclusion::last)
                .findFirst()
                .orElse(null)
            : sanction.last();
    return last == null || last.equals(LocalDate.MAX) ? null : new Firm(last);
  }

  private static @Nullable DayAnswer unsure(Sanction sanction) {
    return !sanction.terminates() && sanction.earliest() instanceof Provisional range
        ? new Provisional(
            Spans.lastDayOfMonths(range.earliest(), sanction.length()),
            Spans.lastDayOfMonths(range.latest(), sanction.length()),
            range.missingYear())
        : null;
  }

  private SanctionDecision trial(Ground ground, int length) {
    Fact newest = Collections.max(facts, Fact.ORDER);
    LocalDate recorded = assumed.isAfter(newest.recorded()) ? assumed : newest.recorded();
    SanctionDecision trial = trial(ground, length, recorded);
    return Fact.ORDER.compare(trial, newest) > 0 ? trial : trial(ground, length, recorded.plusDays(1));
  }

  private SanctionDecision trial(Ground ground, int length, LocalDate recorded) {
    Head head = new Head(id(), assumed, recorded);
    PersonId person = ground.entries().getFirst().fact().person();
    Service served = Service.on(assumed);
    var by = ground.account().region();
    String word = ground.rule().trigger() instanceof Trigger.Streak ? DecisionFact.STREAK : DecisionFact.POINTS;
    return ground.rule().consequence() instanceof Consequence.Terminate
        ? new Terminated(head, person, length, false, served, null, by, word)
        : new Suspended(head, person, length, served, null, by, word);
  }

  /** An id that no fact has; the sign at its front keeps it behind all others of its day. */
  private FactId id() {
    Set<FactId> taken = facts.stream().map(Fact::id).collect(Collectors.toSet());
    StringBuilder id = new StringBuilder("～试算");
    while (taken.contains(new FactId(id.toString()))) {
      id.append('～');
    }
    return new FactId(id.toString());
  }
}
