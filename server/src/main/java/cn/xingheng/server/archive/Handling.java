package cn.xingheng.server.archive;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.ReviewFact.ObjectionAnswered;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.facts.RevisionFact.Withdrawn;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Deadline;
import cn.xingheng.core.standing.Deadlines;
import cn.xingheng.server.archive.DossierView.BarRow;
import cn.xingheng.server.archive.DossierView.SanctionRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The decided suspensions and terminations, and the bars. */
final class Handling {

  private final Seen seen;

  private Handling(Seen seen) {
    this.seen = seen;
  }

  /** Every decision, the newest first; those overturned are kept. */
  static List<SanctionRow> sanctions(Seen seen) {
    Handling handling = new Handling(seen);
    List<SanctionRow> rows = new ArrayList<>();
    seen.dossier().sanctions().all().forEach(sanction -> rows.add(handling.row(sanction)));
    for (Fact fact : seen.gathered().facts()) {
      boolean gone = fact instanceof SanctionDecision && seen.taken(fact)
          && seen.dossier().sanction(fact.id()).isEmpty();
      if (gone) {
        rows.add(handling.struck((SanctionDecision) fact));
      }
    }
    rows.sort(Comparator.comparing(SanctionRow::on).thenComparing(SanctionRow::id).reversed());
    return rows;
  }

  private SanctionRow row(Sanction sanction) {
    FactId id = sanction.id();
    Optional<DayAnswer> objection =
        !sanction.stands()
            ? Optional.empty()
            : Deadlines.objectionThrough(seen.dossier(), sanction.fact()).map(Deadline::day);
    int length = sanction.stands() ? sanction.length() : Objects.requireNonNullElse(sanction.fact().length(), 0);
    String status = status(sanction);
    boolean loud = sanction.status() != Sanction.Status.RUNS && sanction.stands();
    return new SanctionRow(
        id, sanction.fact().on(), seen.document(id), sanction.terminates(),
        length, sanction.first(),
        sanction.last() == null || sanction.last().equals(LocalDate.MAX) ? null : sanction.last(), status, loud,
        sanction.earliest(), objection.orElse(null),
        Deadlines.resumeWindow(seen.dossier(), id).orElse(null),
        sanction.basis() == null ? null : sanction.basis().citation(), seen.ask().trail("sanction:" + id),
        seen.ask().trail("effect:" + id), seen.ask().trail("objection:" + id), seen.ask().trail("resume:" + id), null);
  }

  private String status(Sanction sanction) {
    return switch (sanction.status()) {
      case RUNS -> !sanction.runs()
          ? "absorbed"
          : switch (seen.when(sanction.days())) {
            case AHEAD -> "ahead";
            case RUNNING -> sanction.terminates() ? "in-effect" : "running";
            case OVER -> "over";
          };
      case NOT_SERVED -> "not-served";
      case PROVISIONAL -> "provisional";
      case STAYED -> "stayed";
      case VOID -> "void";
    };
  }

  private SanctionRow struck(SanctionDecision fact) {
    List<FactId> by = new ArrayList<>();
    seen.dossier().known().all(Withdrawn.class).stream().filter(withdrawn -> withdrawn.of().equals(fact.id()))
        .forEach(withdrawn -> by.add(withdrawn.id()));
    seen.dossier().known().all(ObjectionAnswered.class).stream()
        .filter(answer -> answer.upheld() && seen.dossier().known().decision(answer).equals(fact.id()))
        .forEach(answer -> by.add(answer.id()));
    LocalDate on =
        by.stream().flatMap(id -> seen.history().recorded(id).stream()).map(Fact::on).min(LocalDate::compareTo)
            .orElse(fact.on());
    return new SanctionRow(
        fact.id(), fact.on(), seen.document(fact.id()), fact instanceof Terminated,
        Objects.requireNonNullElse(fact.length(), 0), null, null, "struck", false, null, null, null, null,
        seen.ask().trail("sanction:" + fact.id()), "", "", "", seen.struck(on, by));
  }

  /** Every bar. */
  static List<BarRow> bars(Seen seen) {
    return seen.dossier().exclusions().stream()
        .map(
            bar ->
                new BarRow(
                    bar.of().id(), bar.days().getStart(), bar.last(), bar.province(),
                    Deadlines.applyWindow(seen.dossier().law(), bar).orElse(null), seen.edition().bar().citation(),
                    seen.ask().trail("bar:" + bar.of().id()), seen.ask().trail("reapply:" + bar.of().id()),
                    seen.when(bar.days())))
        .toList();
  }
}
