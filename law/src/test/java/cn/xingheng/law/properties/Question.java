package cn.xingheng.law.properties;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.merit.Fund;
import cn.xingheng.core.merit.Honour;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Deadlines;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Rolls;
import cn.xingheng.core.standing.State;
import cn.xingheng.core.standing.States;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * 「提问」 One question to a book, asked with what was known at the end of a day.
 *
 * @param says the question in words, for messages
 */
record Question(String says, BiFunction<Book, LocalDate, Told> asked) {

  /** 「回答」 An answer with its trail. */
  record Told(String answer, Trail trail) {

    /** The answer and its trail as text. */
    String text() {
      return answer + "\n" + String.join("\n", trail.lines());
    }
  }

  /** The answer with all that is known now. */
  Told ask(Book book) {
    return ask(book, LocalDate.MAX);
  }

  Told ask(Book book, LocalDate knownAt) {
    return asked.apply(book, knownAt);
  }

  /** All questions about a history on some days of it, chosen by chance. */
  static List<Question> about(RandomHistory history, int days, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      Fact fact = history.facts().get(chance.nextInt(history.facts().size()));
      LocalDate day = i == 0 ? history.end() : fact.on().plusDays(chance.nextInt(100));
      for (InstitutionId site : history.sites()) {
        history.persons().forEach(person -> questions.addAll(about(person, site, day)));
        questions.add(institution(site, day));
      }
      history.persons().forEach(person -> questions.add(honour(person, day)));
      questions.add(fund(day));
    }
    history.persons().forEach(person -> questions.add(bar(person)));
    for (Fact fact : history.facts()) {
      if (fact instanceof Suspended || fact instanceof Terminated) {
        questions.add(sanction(((DecisionFact) fact).person(), fact.id()));
      }
    }
    return questions;
  }

  static List<Question> about(PersonId person, InstitutionId site, LocalDate day) {
    String says = person + " 在 " + site + " 于 " + day;
    return List.of(
        new Question(says + " 的扣分", (book, known) -> points(state(book, person, site, day, known))),
        new Question(says + " 的资格", (book, known) -> standing(state(book, person, site, day, known))),
        new Question(says + " 的待办", (book, known) -> due(state(book, person, site, day, known))),
        claim(person, site, day, Setting.OUTPATIENT),
        claim(person, site, day, Setting.EMERGENCY));
  }

  private static State state(Book book, PersonId person, InstitutionId site, LocalDate day, LocalDate known) {
    return States.reckon(book.dossier(person, known), site, day, null);
  }

  private static Told points(State state) {
    return new Told(state.points() + "/" + state.remaining() + "/" + state.termPoints(), state.pointsTrail());
  }

  private static Told standing(State state) {
    return new Told(
        state.qualification().standing() + " " + state.qualification().causes(), state.qualification().trail());
  }

  private static Told due(State state) {
    return new Told(state.due().toString(), state.dutiesTrail());
  }

  private static Question claim(PersonId person, InstitutionId site, LocalDate day, Setting setting) {
    return new Question(
        person + " 在 " + site + " 于 " + day + " 的 " + setting + " 费用",
        (book, known) -> {
          Dossier dossier = book.dossier(person, known);
          ClaimAnswer answer = ClaimAnswer.reckon(dossier, person, site, day, setting);
          return new Told(answer.verdict() + " " + answer.causes(), answer.trail());
        });
  }

  private static Question sanction(PersonId person, FactId id) {
    return new Question(
        id + " 的起止",
        (book, known) -> {
          Dossier dossier = book.dossier(person, known);
          Optional<Sanction> found = dossier.sanction(id);
          String days = found.map(s -> s.status() + " " + s.first() + " " + s.last()).orElse("none");
          return new Told(days, dossier.sanctionTrail(found.map(Sanction::steps).orElse(List.of())));
        });
  }

  private static Question bar(PersonId person) {
    return new Question(
        person + " 的禁入期",
        (book, known) -> {
          Dossier dossier = book.dossier(person, known);
          Optional<Exclusion> bar = Deadlines.lastBar(dossier, null);
          String days = bar.map(last -> last.days() + " " + last.province()).orElse("none");
          return new Told(days, dossier.sanctionTrail(bar.map(Exclusion::steps).orElse(List.of())));
        });
  }

  private static Question institution(InstitutionId site, LocalDate day) {
    return new Question(
        site + " 于 " + day + " 的机构后果",
        (book, known) -> {
          Consequence found = Rolls.reckon(book, site, day, known);
          String tier = found.tier().map(reached -> reached.id()).orElse("none");
          return new Told(found.points() + " " + found.endedShare() + " " + tier + " " + found.due(), found.trail());
        });
  }

  private static Question honour(PersonId person, LocalDate day) {
    return new Question(
        person + " 于 " + day + " 的荣誉",
        (book, known) -> {
          Honour honour = Honour.reckon(book.dossier(person, known), day);
          return new Told(honour.status() + " " + honour.through(), honour.trail());
        });
  }

  private static Question fund(LocalDate day) {
    return new Question(
        day + " 的奖励金",
        (book, known) ->
            Fund.reckon(book.law(), book.others()).balance(day, known)
                .map(balance -> new Told(balance.ceiling() + " " + balance.left(), balance.trail()))
                .orElse(new Told("none", Trail.EMPTY)));
  }
}
