package cn.xingheng.server.standing;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.calendar.WorkCalendar;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.Served;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.ReviewFact.Objected;
import cn.xingheng.core.facts.ReviewFact.ObjectionAnswered;
import cn.xingheng.core.facts.ReviewFact.Reapplied;
import cn.xingheng.core.facts.ReviewFact.ReappliedAnswered;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Deadline;
import cn.xingheng.core.standing.Deadlines;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Duties;
import cn.xingheng.core.standing.DutyState;
import cn.xingheng.core.standing.Stop;
import cn.xingheng.server.standing.Due.Act;
import cn.xingheng.server.standing.Due.Who;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who must or may do what by when about one physician, on the day looked at. */
public final class Dues {
  private static final String OBJECTION = "objection";
  private static final String DUTIES = "duties";
  private final Dossier dossier;
  private final Edition edition;
  private final LocalDate day;
  private final WorkCalendar calendar;
  private final List<Due> dues = new ArrayList<>();

  private Dues(Dossier dossier, LocalDate day) {
    this.dossier = dossier;
    this.edition = dossier.law().edition();
    this.day = day;
    this.calendar = dossier.law().calendar();
  }

  /** Those with a last day before the others, the nearest first. */
  public static List<Due> reckon(Dossier dossier, LocalDate day) {
    Dues all = new Dues(dossier, day);
    all.stops();
    all.objections();
    all.applications();
    all.bars();
    Duties.reckon(dossier, day).stream().filter(DutyState::due).forEach(all::duty);
    all.dues.sort(Comparator.comparing(Dues::last));
    return all.dues.stream().distinct().toList();
  }

  private static LocalDate last(Due due) {
    return due.by() == null ? LocalDate.MAX : due.by().earliest();
  }

  private void add(
      Who who, Act act, FactId about, @Nullable DayAnswer from, DayAnswer by, Citation articles, String word) {
    Integer left = DaysLeft.until(calendar, day, by);
    dues.add(
        new Due(who, act, null, about, from, by, left, null, null, articles, word + ":" + about));
  }

  private void open(
      Act act, @Nullable Duty duty, @Nullable FactId about, LocalDate since, Citation articles, String figure) {
    Who who = duty == Duty.TELL_PATIENTS ? Who.INSTITUTION : Who.AGENCY;
    Integer gone = DaysLeft.since(calendar, since, day);
    dues.add(new Due(who, act, duty, about, null, null, null, since, gone, articles, figure));
  }

  private void duty(DutyState state) {
    open(Act.DUTY, state.duty(), state.about(), state.since(), state.steps().getFirst().citation(), DUTIES);
  }

  /** Applications to resume that are to be made, and those to be answered. */
  private void stops() {
    Set<FactId> told = new HashSet<>();
    for (InstitutionId site : dossier.sites()) {
      List<Stop> stops = Stop.reckon(dossier, site);
      for (Stop stop : stops) {
        if (told.contains(stop.of())) {
          continue;
        }
        boolean holds = stop.days().contains(day);
        if (holds && stop.cause() == Cause.PENDING_REVIEW) {
          told.add(stop.of());
          answer(stop.of(), Act.ANSWER_RESUMPTION);
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
            && stop.days().contains(day));
  }

  /** Whether an application had been made by the day. */
  private boolean asked(List<Stop> stops, Stop suspension) {
    return stops.stream().anyMatch(
        stop -> stop.of().equals(suspension.of())
            && (stop.cause() == Cause.PENDING_REVIEW || stop.cause() == Cause.RESUMPTION_REFUSED)
            && !stop.days().getStart().isAfter(day));
  }

  private void resume(FactId suspension) {
    if (dossier.known().find(suspension).filter(Suspended.class::isInstance).isEmpty()) {
      return;
    }
    Deadlines.resumeWindow(dossier, suspension).ifPresent(
        window ->
            add(Who.PERSON, Act.RESUME, suspension, window.from(), window.through(),
                edition.resumption().citation(), "resume"));
  }

  private void answer(FactId of, Act act) {
    Deadlines.answerBy(dossier, of).ifPresent(
        deadline -> add(Who.AGENCY, act, of, null, deadline.day(), deadline.step().citation(), "answer"));
  }

  private void objections() {
    List<Objected> made = dossier.known().all(Objected.class);
    for (Served decision : dossier.known().all(Served.class)) {
      boolean objected = made.stream().anyMatch(objection -> objection.of().equals(decision.id()));
      if (objected || decision.on().isAfter(day)) {
        continue;
      }
      Deadlines.objectionThrough(dossier, decision)
          .filter(deadline -> !deadline.day().latest().isBefore(day))
          .ifPresent(deadline -> objection(decision, deadline));
    }
    made.stream().filter(objected -> !objected.on().isAfter(day) && !answered(objected)).forEach(this::pending);
  }

  private void objection(Served decision, Deadline deadline) {
    Act act = decision instanceof Deducted ? Act.OBJECT_DEDUCTION : Act.OBJECT_SANCTION;
    add(Who.PERSON, act, decision.id(), new Firm(decision.on()), deadline.day(), deadline.step().citation(),
        OBJECTION);
  }

  private boolean answered(Objected objected) {
    return dossier.known().all(ObjectionAnswered.class).stream()
        .anyMatch(
            answer -> !answer.on().isAfter(day)
                && (answer.of().equals(objected.id()) || answer.of().equals(objected.of())));
  }

  private void pending(Objected objected) {
    if (edition.objection() != null) {
      open(Act.ANSWER_OBJECTION, null, objected.of(), objected.received(), edition.objection().citation(),
          OBJECTION + ":" + objected.of());
    }
  }

  private void applications() {
    @Nullable Reapplied newest =
        dossier.known().all(Reapplied.class).stream()
            .filter(asked -> !asked.on().isAfter(day)).reduce((first, later) -> later).orElse(null);
    if (newest == null) {
      return;
    }
    boolean answered =
        dossier.known().all(ReappliedAnswered.class).stream()
            .anyMatch(answer -> !answer.on().isBefore(newest.on()) && !answer.on().isAfter(day));
    if (!answered) {
      answer(newest.id(), Act.ANSWER_APPLICATION);
    }
  }

  private void bars() {
    for (Exclusion bar : dossier.exclusions()) {
      Deadlines.applyWindow(dossier.law(), bar)
          .filter(window -> bar.days().contains(day) && !window.through().latest().isBefore(day))
          .ifPresent(
              window ->
                  add(Who.PERSON, Act.REAPPLY, bar.of().id(), window.from(), window.through(),
                      Objects.requireNonNull(edition.reapplication()).citation(), "reapply"));
    }
  }
}
