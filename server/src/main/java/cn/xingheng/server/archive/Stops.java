package cn.xingheng.server.archive;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.MeasureFact.MeasureTaken;
import cn.xingheng.core.rulebook.Resumption;
import cn.xingheng.core.sanction.ApplicationWindow;
import cn.xingheng.core.standing.Deadline;
import cn.xingheng.core.standing.Deadlines;
import cn.xingheng.core.standing.Stop;
import cn.xingheng.server.archive.DossierView.StopRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stops settlement, cause by cause, and how each is lifted. */
final class Stops {

  private final Seen seen;

  private Stops(Seen seen) {
    this.seen = seen;
  }

  /** Every cause of every site, one row for all sites that it is the same at; what was over before is kept. */
  static List<StopRow> reckon(Seen seen) {
    Stops stops = new Stops(seen);
    List<StopRow> rows = new ArrayList<>();
    stops.all().forEach((stop, sites) -> rows.add(stops.row(stop, sites)));
    return rows;
  }

  /** Every stop with its sites. */
  private Map<Stop, List<InstitutionId>> all() {
    Map<Stop, List<InstitutionId>> sites = new LinkedHashMap<>();
    for (InstitutionId site : seen.dossier().sites()) {
      for (Stop stop : Stop.reckon(seen.dossier(), site)) {
        sites.computeIfAbsent(stop, key -> new ArrayList<>()).add(site);
      }
    }
    return sites;
  }

  private StopRow row(Stop stop, List<InstitutionId> sites) {
    Citation articles = seen.edition().cause(stop.cause().word()).citation();
    LocalDate last = Seen.last(stop.days());
    return new StopRow(
        stop.cause(), of(stop), articles, seen.edition().cause(stop.cause().word()).gloss(), stop.days().getStart(),
        last, seen.when(stop.days()), how(stop), sites.stream().map(seen::name).toList(), door(stop, sites.getFirst()));
  }

  /** The decision or measure it comes from, or null for an agreement's end and an institution's stop. */
  private @Nullable Phrase of(Stop stop) {
    return seen.history().recorded(stop.of())
        .filter(fact -> fact instanceof MeasureTaken || fact instanceof SanctionDecision)
        .map(fact -> Phrase.of("dossier.fact", Phrase.of("kind." + fact.kind().word()), fact.on()))
        .orElse(null);
  }

  private String door(Stop stop, InstitutionId site) {
    return seen.dossier().sanction(stop.of()).isPresent()
        ? seen.ask().trail("sanction:" + stop.of())
        : seen.ask().trail("standing", site);
  }

  private Phrase how(Stop stop) {
    return switch (stop.cause()) {
      case POINTS -> suspension(stop);
      case PRACTICE_SUSPENDED, PRESCRIBING_STOPPED, LICENCE_REVOKED, REGISTRATION_CANCELLED -> measure(stop);
      case NOT_APPLIED -> Phrase.of("dossier.lift.apply");
      case PENDING_REVIEW -> pending(stop);
      case RESUMPTION_REFUSED -> Phrase.of("dossier.lift.refused");
      case INSTITUTION -> Phrase.of("dossier.lift.institution");
      case BARRED -> barred(stop);
      case TERMINATED -> Phrase.of("dossier.lift.terminated");
      case LEFT, EXPIRED -> Phrase.of("dossier.lift.sign");
      case NOT_SIGNED, NO_CODE, UNKNOWN_CODE, OTHER_INSTITUTION -> Phrase.of("dossier.lift.sign");
      case STATED -> Phrase.of("dossier.lift.stated");
    };
  }

  private Phrase suspension(Stop stop) {
    if (seen.edition().resumption() instanceof Resumption.Automatic) {
      return Phrase.of("dossier.lift.itself");
    }
    Optional<ApplicationWindow> window = Deadlines.resumeWindow(seen.dossier(), stop.of());
    return window.map(Stops::window).orElse(Phrase.of("dossier.lift.apply"));
  }

  private static Phrase window(ApplicationWindow window) {
    return window.from() == null
        ? Phrase.of("dossier.lift.through", window.through())
        : Phrase.of("dossier.lift.window", window.from(), window.through());
  }

  private Phrase measure(Stop stop) {
    boolean approval =
        seen.dossier().known().find(stop.of())
            .filter(MeasureTaken.class::isInstance).map(MeasureTaken.class::cast)
            .map(taken -> seen.edition().measures().get(taken.measure().word()))
            .filter(rule -> rule.approval())
            .isPresent();
    return Phrase.of(approval ? "dossier.lift.measure-approval" : "dossier.lift.measure");
  }

  private Phrase pending(Stop stop) {
    Optional<Deadline> by = Deadlines.answerBy(seen.dossier(), stop.of());
    return by.map(deadline -> Phrase.of("dossier.lift.answer-by", deadline.day()))
        .orElse(Phrase.of("dossier.lift.answer"));
  }

  private Phrase barred(Stop stop) {
    return seen.dossier().exclusions().stream()
        .filter(bar -> bar.of().id().equals(stop.of()))
        .findFirst()
        .flatMap(bar -> Deadlines.applyWindow(seen.dossier().law(), bar))
        .map(
            window ->
                window.from() == null
                    ? Phrase.of("dossier.lift.bar-through", window.through())
                    : Phrase.of("dossier.lift.bar-window", window.from(), window.through()))
        .orElse(Phrase.of("dossier.lift.bar"));
  }
}
