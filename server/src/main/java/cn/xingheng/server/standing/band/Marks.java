package cn.xingheng.server.standing.band;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.agreement.Ending;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.core.facts.DecisionFact.Served;
import cn.xingheng.core.facts.DutyFact.Interviewed;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.ReviewFact;
import cn.xingheng.core.facts.ReviewFact.Objected;
import cn.xingheng.core.facts.ReviewFact.Reapplied;
import cn.xingheng.core.facts.ReviewFact.ReappliedAnswered;
import cn.xingheng.core.facts.ReviewFact.ResumptionAnswered;
import cn.xingheng.core.facts.ReviewFact.ResumptionAsked;
import cn.xingheng.core.sanction.ApplicationWindow;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Deadlines;
import cn.xingheng.core.standing.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 「期限归集」 Every deadline worth a tick, as core gives it, in the words of the reader. */
final class Marks {

  private final BandAsk ask;
  private final Dossier dossier;
  private final List<Mark> marks = new ArrayList<>();

  private Marks(BandAsk ask) {
    this.ask = ask;
    this.dossier = ask.dossier();
  }

  static List<Mark> gather(BandAsk ask) {
    Marks marks = new Marks(ask);
    marks.objections();
    marks.sanctions();
    marks.answers();
    marks.bars();
    marks.term();
    marks.interviews();
    return marks.marks.stream().distinct().toList();
  }

  private void add(@Nullable DayAnswer from, DayAnswer day, boolean settled, String key, Object... args) {
    String text = ask.words().say(key, args);
    String days =
        switch (day) {
          case Firm firm -> Telling.monthDay(firm.day());
          case Provisional range -> ask.words().say(
              "band.between", Telling.monthDay(range.earliest()), Telling.monthDay(range.latest()));
        };
    String whole = ask.words().say("band.tick", days, text);
    marks.add(new Mark(from == null ? null : from.earliest(), day, whole, settled));
  }

  /** A past deadline that nobody used says nothing: only those to come, and those that were used. */
  private void objections() {
    for (Served decision : dossier.known().all(Served.class)) {
      Optional<LocalDate> made =
          dossier.known().all(Objected.class).stream()
              .filter(objected -> objected.of().equals(decision.id()))
              .map(Objected::received).findFirst();
      Deadlines.objectionThrough(dossier, decision).ifPresent(deadline -> {
        if (made.isPresent()) {
          add(null, deadline.day(), true, "band.tick.objected", Telling.monthDay(made.get()));
        } else if (!deadline.day().latest().isBefore(ask.asOf())) {
          add(null, deadline.day(), false, "band.tick.objection");
        }
      });
    }
  }

  private void sanctions() {
    for (Sanction sanction : dossier.sanctions().all()) {
      DayAnswer earliest = sanction.earliest();
      if (!sanction.stands() || earliest == null) {
        continue;
      }
      add(null, earliest, false, "band.tick.earliest");
      Deadlines.resumeWindow(dossier, sanction.id()).ifPresent(window -> resume(sanction.id(), window));
    }
  }

  private void resume(FactId sanction, ApplicationWindow window) {
    Optional<LocalDate> asked =
        dossier.known().all(ResumptionAsked.class).stream()
            .filter(fact -> sanction.equals(fact.of())
                || (fact.of() == null && (window.from() == null || !window.earlyBeyondDoubt(fact.received()))
                    && !window.lateBeyondDoubt(fact.received())))
            .map(ResumptionAsked::received).findFirst();
    if (asked.isPresent()) {
      add(window.from(), window.through(), true, "band.tick.resume-asked", Telling.monthDay(asked.get()));
    } else {
      add(window.from(), window.through(), false, "band.tick.resume");
    }
  }

  private void answers() {
    for (ReviewFact fact : dossier.known().all(ReviewFact.class)) {
      LocalDate received =
          switch (fact) {
            case ResumptionAsked asked -> asked.received();
            case Reapplied asked -> asked.received();
            case ReviewFact other -> null;
          };
      if (received != null) {
        Deadlines.answerBy(dossier, fact.id())
            .ifPresent(day -> add(null, day.day(), answered(fact), "band.tick.answer", Telling.monthDay(received)));
      }
    }
  }

  private boolean answered(Fact asked) {
    return dossier.known().all(ReviewFact.class).stream()
        .filter(fact -> asked instanceof ResumptionAsked
            ? fact instanceof ResumptionAnswered : fact instanceof ReappliedAnswered)
        .anyMatch(answer -> !answer.on().isBefore(asked.on()) && !answer.on().isAfter(ask.asOf()));
  }

  private void bars() {
    for (Exclusion bar : dossier.exclusions()) {
      if (!bar.bars(dossier.register().region(ask.site()))) {
        continue;
      }
      add(null, new Firm(bar.last()), false, "band.tick.bar");
      Deadlines.applyWindow(dossier.law(), bar)
          .ifPresent(window -> add(window.from(), window.through(), false, "band.tick.reapply"));
    }
  }

  /** The end of the term that runs on the day looked at; an agreement without a last day has none. */
  private void term() {
    Optional<Course> course = dossier.inForce(ask.site(), ask.asOf());
    if (course.isEmpty() || course.get().termOn(ask.asOf()).isUnboundedEnd()) {
      return;
    }
    Course own = course.get();
    LocalDate last = own.termOn(ask.asOf()).getEndInclusive();
    Ending ending = own.ending();
    boolean goesOn = ending == null ? own.inForceOn(last.plusDays(1)) : ending.day().isAfter(last.plusDays(1));
    boolean cut = ending != null && ending.day().isBefore(last.plusDays(1));
    if (!cut) {
      add(null, new Firm(last), false, goesOn ? "band.tick.term-renews" : "band.tick.term");
    }
  }

  private void interviews() {
    for (Interviewed fact : dossier.known().all(Interviewed.class)) {
      add(null, new Firm(fact.on()), true, "band.tick.interviewed");
    }
  }
}
