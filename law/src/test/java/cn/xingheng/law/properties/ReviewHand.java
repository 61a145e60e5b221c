package cn.xingheng.law.properties;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.Served;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.ReviewFact;
import cn.xingheng.core.facts.RevisionFact;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.sanction.ApplicationWindow;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Deadlines;
import cn.xingheng.core.standing.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to decisions afterwards: applications to resume, objections, withdrawals, corrections. */
final class ReviewHand {

  private final Pen pen;
  private final List<FactId> asked = new ArrayList<>();

  ReviewHand(Pen pen) {
    this.pen = pen;
  }

  void live(PersonId person, LocalDate day) {
    Dossier dossier = pen.dossier(person);
    for (Sanction sanction : dossier.sanctions().all()) {
      Optional<ApplicationWindow> window = Deadlines.resumeWindow(dossier, sanction.id());
      if (window.isPresent() && !asked.contains(sanction.id())) {
        asked.add(sanction.id());
        resume(person, sanction, window.get());
      }
    }
    List<Fact> own =
        pen.facts().stream().filter(fact -> fact instanceof Served served && served.person().equals(person)).toList();
    if (own.isEmpty()) {
      return;
    }
    if (pen.odds(6)) {
      pen.write(new RevisionFact.Withdrawn(pen.head("x", day), pen.any(own).id()));
    }
    if (pen.odds(7)) {
      object((Served) own.getLast());
    }
    if (pen.odds(5)) {
      correct(pen.any(own), day);
    } else if (pen.odds(2)) {
      correctTerm(person, day);
    }
  }

  /** In time, late, or never; answered in time, late, or never. */
  private void resume(PersonId person, Sanction sanction, ApplicationWindow window) {
    if (pen.odds(12)) {
      return;
    }
    LocalDate on = window.through().latest().plusDays(pen.odds(12) ? pen.between(1, 30) : -pen.between(0, 12));
    FactId of = pen.odds(40) ? sanction.id() : null;
    pen.write(new ReviewFact.ResumptionAsked(pen.head("q", on, on), person, of, on));
    if (pen.odds(88)) {
      LocalDate answered = on.plusDays(pen.between(1, 25));
      pen.write(
          new ReviewFact.ResumptionAnswered(
              pen.head("w", answered, answered), person, of, pen.odds(80), answered.plusDays(pen.between(0, 4))));
    }
    if (pen.odds(15)) {
      LocalDate again = on.plusDays(pen.between(30, 90));
      pen.write(new ReviewFact.ResumptionAsked(pen.head("q", again), person, null, again));
      LocalDate answered = again.plusDays(8);
      pen.write(new ReviewFact.ResumptionAnswered(pen.head("w", answered), person, null, true, answered));
    }
  }

  private void object(Served decision) {
    LocalDate served = decision.served().person();
    LocalDate on = (served == null ? decision.on() : served).plusDays(pen.between(0, 18));
    Head head = pen.head("o", on, on);
    pen.write(new ReviewFact.Objected(head, decision.id(), on));
    if (pen.odds(70)) {
      LocalDate answered = on.plusDays(pen.between(2, 40));
      FactId of = pen.odds(50) ? decision.id() : head.id();
      pen.write(new ReviewFact.ObjectionAnswered(pen.head("p", answered), of, pen.odds(45)));
    }
  }

  private void correct(Fact fact, LocalDate day) {
    Fact as =
        fact instanceof Deducted deducted
            ? corrected(deducted)
            : ((Served) fact).withService(Service.on(fact.on().plusDays(2)));
    pen.write(new RevisionFact.Corrected(pen.head("c", day.isBefore(fact.on()) ? fact.on() : day), fact.id(), as));
  }

  private Deducted corrected(Deducted old) {
    String item = pen.any(List.copyOf(pen.law.edition().catalogue().values())).id();
    LocalDate act = pen.odds(30) ? old.actThrough().minusDays(5) : old.actThrough();
    LocalDate from = old.actFrom().isAfter(act) ? act : old.actFrom();
    return new Deducted(
        old.head(), old.person(), old.at(), pen.odds(70) ? item : old.item(), 1, from, act, old.incident(),
        old.decision(), old.served(), old.loss(), null);
  }

  private void correctTerm(PersonId person, LocalDate day) {
    pen.facts().stream()
        .filter(fact -> fact instanceof Signed signed && signed.person().equals(person))
        .map(Signed.class::cast)
        .findFirst()
        .ifPresent(
            signed -> {
              Signed as =
                  new Signed(
                      signed.head(), person, signed.at(), signed.from(), signed.from().plusMonths(18),
                      signed.renews());
              pen.write(new RevisionFact.Corrected(pen.head("c", day), signed.id(), as));
            });
  }
}
