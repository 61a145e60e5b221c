package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.rulebook.Range;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.server.ledger.SanctionSheet.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The lawful lengths of a decision, each tried as if it were recorded. */
final class Terms {
  static final FactId TRIAL = new FactId("unsaved");
  private static final FactId REVISION = new FactId("unsaved-revision");
  private final Scene scene;
  private final @Nullable SanctionDecision original;

  Terms(Scene scene, @Nullable SanctionDecision original) {
    this.scene = scene;
    this.original = original;
  }

  /** Every length in these closed ranges that the law takes. */
  List<Term> reckon(List<Range> ranges, LocalDate on, BiFunction<Head, Integer, SanctionDecision> decision) {
    SortedSet<Integer> lengths = new TreeSet<>();
    for (Range range : ranges) {
      Integer through = range.through();
      for (int length = Math.max(1, range.from()); through != null && length <= through; length++) {
        lengths.add(length);
      }
    }
    List<Term> terms = new ArrayList<>();
    lengths.forEach(length -> term(length, on, decision).ifPresent(terms::add));
    return terms;
  }

  private Optional<Term> term(
      int length, LocalDate on, BiFunction<Head, Integer, SanctionDecision> decision) {
    FactId id = original == null ? TRIAL : original.id();
    LocalDate recorded = original == null ? scene.today() : original.recorded();
    SanctionDecision tried = decision.apply(new Head(id, on, recorded), length);
    Fact fact =
        original == null
            ? tried : new Corrected(new Head(REVISION, scene.today(), scene.today()), id, tried);
    History history =
        History.reckon(scene.law(), scene.gathered().house(), scene.gathered().with(fact));
    if (history.judgments().get(fact.id()) instanceof Judgment.Refused) {
      return Optional.empty();
    }
    Dossier dossier = history.knownAt(LocalDate.MAX);
    return dossier.sanction(id).map(sanction -> term(length, dossier, sanction));
  }

  private static Term term(int length, Dossier dossier, Sanction sanction) {
    LocalDate first = sanction.first();
    LocalDate last =
        sanction.terminates()
            ? dossier.exclusions().stream().filter(bar -> bar.of().id().equals(sanction.id()))
                .map(Exclusion::last).findFirst().orElse(null)
            : sanction.last();
    return new Term(
        length, first == null ? sanction.earliest() : new Firm(first),
        last == null || last.equals(LocalDate.MAX) ? null : new Firm(last));
  }
}
