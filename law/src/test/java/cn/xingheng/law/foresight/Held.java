package cn.xingheng.law.foresight;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.foresight.Choice;
import cn.xingheng.core.foresight.DutyAhead.Progress;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.core.foresight.Foresight.SanctionChange;
import cn.xingheng.core.foresight.Foresight.StandingChange;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.core.standing.State;
import cn.xingheng.core.standing.States;
import cn.xingheng.core.standing.TurningDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds what was foreseen of a fact against the book in which it was then recorded.
 *
 * @param before the facts of the book without it
 * @param fact what was recorded in the end
 * @param person whom it is about
 */
public record Held(Law law, List<Fact> before, Fact fact, PersonId person) {

  /** The facts taken before one of them, and that one, as they stood on its day. */
  public static Held of(Law law, List<Fact> facts, Fact fact, PersonId person) {
    return new Held(law, facts.stream().filter(one -> Fact.ORDER.compare(one, fact) < 0).toList(), fact, person);
  }

  /** The same with another fact recorded in the end. */
  public Held instead(Fact other) {
    return new Held(law, before, other, person);
  }

  /** The foresight of the fact, on the day it was recorded. */
  public Foresight ahead() {
    Book book = Book.reckon(law, before);
    List<Fact> own =
        before.stream()
            .filter(one -> book.personOf(one.id()).filter(person::equals).isPresent())
            .filter(one -> !(one instanceof InstitutionFact))
            .toList();
    LocalDate today = fact.recorded().isAfter(fact.on()) ? fact.recorded() : fact.on();
    return Foresight.reckon(law, book.house(), own, fact, site(book), today);
  }

  private InstitutionId site(Book book) {
    if (fact instanceof DecisionFact.Deducted deducted) {
      return deducted.at();
    }
    return book.dossier(person, LocalDate.MAX).sites().stream().findFirst().orElse(new InstitutionId("h1"));
  }

  /** Where the foresight and the book differ; empty when it keeps its word. */
  public List<String> differences(Foresight ahead) {
    List<String> found = new ArrayList<>();
    Book was = Book.reckon(law, before);
    Book is = Book.reckon(law, Stream.concat(before.stream(), Stream.of(fact)).toList());
    Dossier dossierBefore = was.dossier(person, LocalDate.MAX);
    Dossier dossier = is.dossier(person, LocalDate.MAX);
    differ(found, "judgment", ahead.judgment(), is.judgment(fact.id()).orElseThrow());
    state(found, "before", ahead.before(), States.reckon(dossierBefore, ahead.site(), ahead.day(), null));
    state(found, "after", ahead.after(), States.reckon(dossier, ahead.site(), ahead.day(), null));
    standings(found, ahead, dossierBefore, dossier);
    sanctions(found, ahead, dossierBefore, dossier);
    duties(found, ahead, dossier);
    var ladder = ahead.ladderAfter();
    differ(found, "total", ladder.total(), Ledger.total(
        dossier.ledger().counting(ladder.account(), ladder.period(), ahead.day())));
    return found;
  }

  private static void differ(List<String> found, String what, Object promised, Object said) {
    if (!promised.equals(said)) {
      found.add(what + ": " + promised + " but " + said);
    }
  }

  private static void state(List<String> found, String what, State promised, State said) {
    differ(found, what + " points", promised.points() + "/" + promised.remaining() + "/" + promised.termPoints(),
        said.points() + "/" + said.remaining() + "/" + said.termPoints());
    differ(found, what + " standing", promised.qualification().standing() + "" + promised.qualification().causes(),
        said.qualification().standing() + "" + said.qualification().causes());
    differ(found, what + " due", promised.due(), said.due());
  }

  /** The standing before, as changed by the promise, is the standing after on every day that may differ. */
  private static void standings(List<String> found, Foresight ahead, Dossier before, Dossier after) {
    Set<LocalDate> days = new TreeSet<>(TurningDays.reckon(before));
    days.addAll(TurningDays.reckon(after));
    days.add(ahead.day());
    for (LocalDate day : List.copyOf(days)) {
      days.add(day.minusDays(1));
      days.add(day.plusDays(40));
    }
    for (LocalDate day : days) {
      String promised =
          ahead.changes().stream()
              .filter(change -> change.days().contains(day))
              .map((StandingChange change) -> change.after() + "" + change.causesAfter())
              .findFirst()
              .orElseGet(() -> standing(before, ahead.site(), day));
      differ(found, "standing on " + day, promised, standing(after, ahead.site(), day));
    }
  }

  private static String standing(Dossier dossier, InstitutionId site, LocalDate day) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    return ClaimAnswer.standing(dossier, site, day, causes) + "" + causes;
  }

  private static void sanctions(List<String> found, Foresight ahead, Dossier before, Dossier after) {
    List<String> promised = new ArrayList<>();
    Set<FactId> changed = new TreeSet<>(ahead.sanctions().stream().map(SanctionChange::sanction).toList());
    before.sanctions().all().stream().filter(one -> !changed.contains(one.id())).map(Held::line).forEach(promised::add);
    ahead.sanctions().stream().map(SanctionChange::after).filter(Objects::nonNull).map(Held::line)
        .forEach(promised::add);
    differ(found, "sanctions", promised.stream().sorted().toList(),
        after.sanctions().all().stream().map(Held::line).sorted().toList());
  }

  private static String line(Sanction sanction) {
    return sanction.id() + " " + sanction.status() + " " + sanction.first() + " " + sanction.last() + " "
        + sanction.length();
  }

  /** What the panel calls new or still due is what the state calls due. */
  private static void duties(List<String> found, Foresight ahead, Dossier after) {
    Set<Duty> promised = EnumSet.noneOf(Duty.class);
    ahead.duties().stream()
        .filter(duty -> duty.progress() == Progress.NEW || duty.progress() == Progress.STILL)
        .filter(duty -> duty.account().equals(after.accountAt(ahead.site(), ahead.day())))
        .forEach(duty -> promised.add(duty.duty()));
    differ(found, "due", promised, States.reckon(after, ahead.site(), ahead.day(), null).due());
  }

  /** Where the terms of the choices differ from what the book says of such a decision; none where it says the same. */
  public List<String> choices(Foresight ahead) {
    List<String> found = new ArrayList<>();
    for (Choice choice : ahead.choices()) {
      for (Choice.Term term : choice.terms()) {
        SanctionDecision decision = decision(ahead, choice, term.length());
        Book book = Book.reckon(law, Stream.concat(before.stream(), Stream.of(fact, decision)).toList());
        Judgment said = book.judgment(decision.id()).orElseThrow();
        differ(found, "judgment of " + term.length(), term.refusal().isEmpty(), said instanceof Judgment.Accepted);
        if (term.first() instanceof Firm first) {
          Dossier dossier = book.dossier(person, LocalDate.MAX);
          Sanction sanction = dossier.sanction(decision.id()).orElseThrow();
          differ(found, "first of " + term.length(), first.day(), Objects.requireNonNull(sanction.first()));
          if (term.last() instanceof Firm last && !choice.terminates()) {
            differ(found, "last of " + term.length(), last.day(), Objects.requireNonNull(sanction.last()));
          }
        }
      }
    }
    return found;
  }

  private SanctionDecision decision(Foresight ahead, Choice choice, int length) {
    LocalDate day = ahead.assumed();
    LocalDate recorded = day.isAfter(fact.recorded()) ? day : fact.recorded().plusDays(1);
    Head head = new Head(new FactId("zzz"), day, recorded);
    String word = choice.rule().trigger() instanceof Trigger.Streak ? DecisionFact.STREAK : DecisionFact.POINTS;
    return choice.terminates()
        ? new Terminated(head, person, length, false, Service.on(day), null, choice.account().region(), word)
        : new Suspended(head, person, length, Service.on(day), null, choice.account().region(), word);
  }
}
