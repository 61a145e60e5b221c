package cn.xingheng.law.cases;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.core.calendar.WorkCalendar;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.facts.DecisionFact.Served;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.merit.Fund;
import cn.xingheng.core.merit.Honour;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.sanction.ApplicationWindow;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Deadline;
import cn.xingheng.core.standing.Deadlines;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.core.standing.Rolls;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** 「推算的接口」 The reckoning of {@code core} behind the questions of cases. */
public final class Answers implements Reckoning {

  /** Makes the reckoning of one case. */
  public static final Reckoning.Factory FACTORY =
      (c, edition, calendar) -> new Answers(edition, calendar, c.facts());

  private final Law law;
  private final Book book;
  private final Fund fund;

  private Answers(Edition edition, WorkCalendar calendar, Collection<Fact> facts) {
    this.law = new Law(edition, calendar);
    this.book = Book.reckon(law, facts);
    this.fund = Fund.reckon(law, book.others());
  }

  @Override
  public Answer answer(Expectation expectation) {
    return switch (expectation) {
      case Expectation.StateOn state -> StateAnswers.answer(dossier(state, state.person()), state);
      case Expectation.SanctionSpan span -> span(span);
      case Expectation.ObjectionThrough objection -> objectionThrough(objection);
      case Expectation.ResumeWindow window -> resumeWindow(window);
      case Expectation.AnswerBy by -> answerBy(by);
      case Expectation.EarliestEffect effect -> earliestEffect(effect);
      case Expectation.BarOf bar -> bar(bar);
      case Expectation.InstitutionOn institution -> institution(institution);
      case Expectation.ClaimLine line -> claim(line);
      case Expectation.HonourOn honour -> honour(honour);
      case Expectation.FundOn on -> fund(on);
      case Expectation.TakenOrNot taken -> taken(taken);
      case Expectation.Changed changed -> VerdictChanges.answer(book, changed);
    };
  }

  private static LocalDate known(Expectation expectation) {
    LocalDate known = expectation.known();
    return known == null ? LocalDate.MAX : known;
  }

  private Dossier dossier(Expectation expectation, PersonId person) {
    return book.dossier(person, known(expectation));
  }

  /** The dossier of the person that a fact is about. */
  private Dossier dossierOf(Expectation expectation, FactId of) {
    return book.personOf(of)
        .map(person -> dossier(expectation, person))
        .orElseThrow(() -> new IllegalArgumentException(of + " is not about a physician"));
  }

  private Answer span(Expectation.SanctionSpan ask) {
    SequencedMap<String, @Nullable Object> actual = new LinkedHashMap<>();
    Dossier dossier = dossierOf(ask, ask.sanction());
    Optional<Sanction> found = dossier.sanction(ask.sanction());
    LocalDate last = found.map(Sanction::last).orElse(null);
    actual.put("from", found.filter(Sanction::runs).map(Sanction::first).orElse(null));
    actual.put("through", found.filter(Sanction::runs).isEmpty() || LocalDate.MAX.equals(last) ? null : last);
    actual.put("void", found.map(sanction -> !sanction.stands()).orElse(accepted(ask.sanction())));
    return new Answer(actual, dossier.sanctionTrail(found.map(Sanction::steps).orElse(List.of())).lines());
  }

  private boolean accepted(FactId id) {
    return book.judgment(id).filter(Judgment.Accepted.class::isInstance).isPresent();
  }

  private Answer objectionThrough(Expectation.ObjectionThrough ask) {
    Dossier dossier = dossierOf(ask, ask.of());
    Optional<Deadline> through =
        dossier.known().find(ask.of())
            .or(() -> book.find(ask.of()))
            .filter(Served.class::isInstance)
            .flatMap(fact -> Deadlines.objectionThrough(dossier, (Served) fact));
    return deadline("objection-through", through);
  }

  private Answer resumeWindow(Expectation.ResumeWindow ask) {
    Dossier dossier = dossierOf(ask, ask.sanction());
    Optional<ApplicationWindow> window = Deadlines.resumeWindow(dossier, ask.sanction());
    SequencedMap<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("resume-window", window.map(Answers::window).orElse(null));
    LocalDate last = dossier.sanction(ask.sanction()).map(Sanction::last).orElse(null);
    return new Answer(
        actual,
        window.isEmpty() || last == null
            ? List.of()
            : List.of(
                Deadlines.windowStep(
                        law, ask.sanction(), window.get(), last, law.edition().resumption().citation())
                    .line()));
  }

  private Answer answerBy(Expectation.AnswerBy ask) {
    Dossier dossier =
        ask.person() != null ? dossier(ask, ask.person()) : dossierOf(ask, Objects.requireNonNull(ask.of()));
    return deadline("answer-by", Deadlines.answerBy(dossier, ask.of()));
  }

  private Answer earliestEffect(Expectation.EarliestEffect ask) {
    Fact fact =
        dossierOf(ask, ask.sanction()).known().find(ask.sanction()).or(() -> book.find(ask.sanction())).orElseThrow();
    Optional<Deadline> earliest =
        fact instanceof Served decision ? Deadlines.earliestEffect(law, decision) : Optional.empty();
    return deadline("earliest-effect", earliest);
  }

  private Answer bar(Expectation.BarOf ask) {
    SequencedMap<String, @Nullable Object> actual = new LinkedHashMap<>();
    Dossier dossier = dossier(ask, ask.person());
    Optional<Exclusion> bar = Deadlines.lastBar(dossier, null);
    actual.put("may-apply-from", bar.map(Exclusion::free).orElse(null));
    actual.put(
        "apply-window",
        bar.flatMap(exclusion -> Deadlines.applyWindow(law, exclusion)).map(Answers::window).orElse(null));
    return new Answer(actual, dossier.sanctionTrail(bar.map(Exclusion::steps).orElse(List.of())).lines());
  }

  private Answer institution(Expectation.InstitutionOn ask) {
    Consequence consequence = Rolls.reckon(book, ask.institution(), ask.on(), known(ask));
    SequencedMap<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("points", consequence.points());
    actual.put("ended-share", consequence.endedShare());
    actual.put("tier", consequence.tier().map(tier -> tier.id()).orElse("none"));
    actual.put("due", consequence.due() ? List.of(Duty.INSTITUTION_CONSEQUENCE.word()) : List.of());
    return new Answer(actual, consequence.trail().lines());
  }

  private Answer claim(Expectation.ClaimLine ask) {
    ClaimAnswer answer =
        ask.person() == null
            ? ClaimAnswer.withoutCode(law)
            : ClaimAnswer.reckon(
                dossier(ask, ask.person()), ask.person(), ask.institution(), ask.at().toLocalDate(), ask.setting());
    SequencedMap<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("verdict", answer.verdict().word());
    actual.put("because", answer.causes().stream().map(Cause::word).toList());
    return new Answer(actual, answer.trail().lines());
  }

  private Answer honour(Expectation.HonourOn ask) {
    Honour honour = Honour.reckon(dossier(ask, ask.person()), ask.on());
    SequencedMap<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("honour", honour.status().word());
    actual.put("through", honour.through());
    return new Answer(actual, honour.trail().lines());
  }

  private Answer fund(Expectation.FundOn ask) {
    Optional<Fund.Balance> balance = fund.balance(ask.on(), known(ask));
    SequencedMap<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("ceiling-yuan", balance.map(Fund.Balance::ceiling).orElse(null));
    actual.put("left-yuan", balance.map(Fund.Balance::left).orElse(null));
    return new Answer(actual, balance.map(b -> b.trail().lines()).orElse(List.of()));
  }

  private Answer taken(Expectation.TakenOrNot ask) {
    SequencedMap<String, @Nullable Object> actual = new LinkedHashMap<>();
    FactId id = ask.fact();
    Judgment judgment =
        book.judgment(id)
            .or(() -> Optional.ofNullable(fund.judgments().get(id)))
            .orElseThrow(() -> new IllegalArgumentException("nobody judged " + id));
    return switch (judgment) {
      case Judgment.Refused(Refusal refusal) -> {
        actual.put("refused", id.value());
        actual.put("because", List.of(refusal.word().word()));
        yield new Answer(actual, List.of(refusal.step(id).line()));
      }
      case Judgment.Accepted() -> {
        Optional<String> held = held(ask, id);
        actual.put(held.isPresent() ? "held" : "accepted", id.value());
        actual.put("because", held.map(List::of).orElse(List.of()));
        yield new Answer(actual, List.of());
      }
    };
  }

  /** What an accepted fact waits for, or empty when it waits for nothing. */
  private Optional<String> held(Expectation ask, FactId id) {
    return book.personOf(id).flatMap(person -> Deadlines.waitsFor(dossier(ask, person), id)).map(Refusal.Word::word);
  }

  private static Answer deadline(String field, Optional<Deadline> deadline) {
    SequencedMap<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put(field, deadline.map(found -> day(found.day())).orElse(null));
    return new Answer(actual, deadline.map(found -> List.of(found.step().line())).orElse(List.of()));
  }

  /** A day as it is written: the day, or the word that it is not firm. */
  static Object day(DayAnswer answer) {
    return switch (answer) {
      case Firm(LocalDate day) -> day;
      case Provisional provisional -> "provisional";
    };
  }

  private static SequencedMap<String, @Nullable Object> window(ApplicationWindow window) {
    SequencedMap<String, @Nullable Object> ends = new LinkedHashMap<>();
    ends.put("from", window.from() == null ? null : day(window.from()));
    ends.put("through", day(window.through()));
    return ends;
  }
}
