package cn.xingheng.server.archive;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.Served;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.ReviewFact.Objected;
import cn.xingheng.core.facts.ReviewFact.ObjectionAnswered;
import cn.xingheng.core.facts.ReviewFact.Reapplied;
import cn.xingheng.core.facts.ReviewFact.ReappliedAnswered;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.sanction.ApplicationWindow;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Deadline;
import cn.xingheng.core.standing.Deadlines;
import cn.xingheng.core.standing.Duties;
import cn.xingheng.core.standing.DutyState;
import cn.xingheng.core.standing.Stop;
import cn.xingheng.server.archive.DossierView.Task;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who must or may do what by when, on the day looked at. */
final class Tasks {
  private static final Phrase AGENCY = Phrase.of("dossier.who.agency");
  private static final Phrase INSTITUTION = Phrase.of("dossier.who.institution");

  private final Seen seen;
  private final Phrase person;
  private final List<Task> tasks = new ArrayList<>();

  private Tasks(Seen seen) {
    this.seen = seen;
    this.person = Phrase.of("dossier.who.person", seen.found().person().name());
  }

  /** Those with a last day before the others, the nearest first. */
  static List<Task> reckon(Seen seen) {
    Tasks tasks = new Tasks(seen);
    tasks.stops();
    tasks.objections();
    tasks.applications();
    tasks.bars();
    Duties.reckon(seen.dossier(), seen.asOf()).stream().filter(DutyState::due).forEach(tasks::duty);
    tasks.tasks.sort(
        Comparator.comparing(
            (Task task) -> task.by() == null ? LocalDate.MAX : Objects.requireNonNull(task.by()).earliest()));
    return tasks.tasks.stream().distinct().toList();
  }

  private void add(Phrase who, Phrase what, DayAnswer by, Citation articles, String figure) {
    Integer left = DaysLeft.until(seen.dossier().law().calendar(), seen.asOf(), by);
    tasks.add(new Task(who, what, by, left, null, null, articles, seen.ask().trail(figure)));
  }

  private void open(Phrase who, Phrase what, LocalDate since, Citation articles, String door) {
    Integer gone = DaysLeft.since(seen.dossier().law().calendar(), since, seen.asOf());
    tasks.add(new Task(who, what, null, null, since, gone, articles, door));
  }

  private void duty(DutyState state) {
    Phrase who = state.duty() == Duty.TELL_PATIENTS ? INSTITUTION : AGENCY;
    FactId about = state.about();
    Phrase duty = Phrase.of("duty." + state.duty().word());
    Phrase what = about == null ? duty : Phrase.of("dossier.task.about", duty, about(about));
    open(who, what, state.since(), state.steps().getFirst().citation(),
        seen.ask().trail("duties", seen.site()));
  }

  private Phrase about(FactId fact) {
    return seen.history().recorded(fact)
        .map(recorded -> Phrase.of("dossier.fact", Phrase.of("kind." + recorded.kind().word()), recorded.on()))
        .orElse(Phrase.of("dossier.text", fact.value()));
  }

  /** Applications to resume that are to be made, and those to be answered. */
  private void stops() {
    Set<FactId> told = new HashSet<>();
    for (InstitutionId site : seen.dossier().sites()) {
      List<Stop> stops = Stop.reckon(seen.dossier(), site);
      for (Stop stop : stops) {
        if (told.contains(stop.of())) {
          continue;
        }
        boolean holds = stop.days().contains(seen.asOf());
        if (holds && stop.cause() == Cause.PENDING_REVIEW) {
          told.add(stop.of());
          answer(stop.of(), Phrase.of("dossier.task.answer-resumption"));
        } else if (stop.cause() == Cause.POINTS && (holds || unasked(stops, stop)) && !asked(stops, stop)) {
          told.add(stop.of());
          resume(stop.of());
        }
      }
    }
  }

  /** Whether on the day nobody has applied for what is over. */
  private boolean unasked(List<Stop> stops, Stop suspension) {
    return stops.stream().anyMatch(
        stop -> stop.of().equals(suspension.of()) && stop.cause() == Cause.NOT_APPLIED
            && stop.days().contains(seen.asOf()));
  }

  /** Whether an application had been made by the day. */
  private boolean asked(List<Stop> stops, Stop suspension) {
    return stops.stream().anyMatch(
        stop -> stop.of().equals(suspension.of())
            && (stop.cause() == Cause.PENDING_REVIEW || stop.cause() == Cause.RESUMPTION_REFUSED)
            && !stop.days().getStart().isAfter(seen.asOf()));
  }

  private void resume(FactId suspension) {
    if (seen.dossier().known().find(suspension).filter(Suspended.class::isInstance).isEmpty()) {
      return;
    }
    Deadlines.resumeWindow(seen.dossier(), suspension).ifPresent(
        window ->
            add(person, fromDay("dossier.task.resume", window), window.through(),
                seen.edition().resumption().citation(), "resume:" + suspension));
  }

  private static Phrase fromDay(String key, ApplicationWindow window) {
    return window.from() == null ? Phrase.of(key) : Phrase.of(key + "-from", window.from());
  }

  private void answer(FactId of, Phrase what) {
    Deadlines.answerBy(seen.dossier(), of).ifPresent(
        deadline -> add(AGENCY, what, deadline.day(), deadline.step().citation(), "answer:" + of));
  }

  private void objections() {
    List<Objected> made = seen.dossier().known().all(Objected.class);
    for (Served decision : seen.dossier().known().all(Served.class)) {
      boolean objected = made.stream().anyMatch(objection -> objection.of().equals(decision.id()));
      if (objected || decision.on().isAfter(seen.asOf())) {
        continue;
      }
      Deadlines.objectionThrough(seen.dossier(), decision)
          .filter(deadline -> !deadline.day().latest().isBefore(seen.asOf()))
          .ifPresent(deadline -> objection(decision, deadline));
    }
    made.stream().filter(objected -> !objected.on().isAfter(seen.asOf()) && !answered(objected)).forEach(this::pending);
  }

  private void objection(Served decision, Deadline deadline) {
    String key = decision instanceof Deducted ? "dossier.task.object-deduction" : "dossier.task.object-sanction";
    add(person, Phrase.of(key, decision.on()), deadline.day(), deadline.step().citation(),
        "objection:" + decision.id());
  }

  private boolean answered(Objected objected) {
    return seen.dossier().known().all(ObjectionAnswered.class).stream()
        .anyMatch(
            answer -> !answer.on().isAfter(seen.asOf())
                && (answer.of().equals(objected.id()) || answer.of().equals(objected.of())));
  }

  private void pending(Objected objected) {
    if (seen.edition().objection() != null) {
      open(AGENCY, Phrase.of("dossier.task.answer-objection"), objected.received(),
          seen.edition().objection().citation(), door(objected.of()));
    }
  }

  private String door(FactId decision) {
    return seen.ask().trail("objection:" + decision);
  }

  private void applications() {
    @Nullable Reapplied newest =
        seen.dossier().known().all(Reapplied.class).stream()
            .filter(asked -> !asked.on().isAfter(seen.asOf())).reduce((first, later) -> later).orElse(null);
    if (newest == null) {
      return;
    }
    boolean answered =
        seen.dossier().known().all(ReappliedAnswered.class).stream()
            .anyMatch(answer -> !answer.on().isBefore(newest.on()) && !answer.on().isAfter(seen.asOf()));
    if (!answered) {
      answer(newest.id(), Phrase.of("dossier.task.answer-application"));
    }
  }

  private void bars() {
    for (Exclusion bar : seen.dossier().exclusions()) {
      Deadlines.applyWindow(seen.dossier().law(), bar)
          .filter(window -> bar.days().contains(seen.asOf()) && !window.through().latest().isBefore(seen.asOf()))
          .ifPresent(
              window ->
                  add(person, fromDay("dossier.task.reapply", window), window.through(),
                      Objects.requireNonNull(seen.edition().reapplication()).citation(), "reapply:" + bar.of().id()));
    }
  }
}
