package cn.xingheng.law.cases;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.facts.AgreementFact.Declared;
import cn.xingheng.core.facts.AgreementFact.Released;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.AgreementFact.Visiting;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.MeritFact.Honoured;
import cn.xingheng.core.facts.MeritFact.Reward;
import cn.xingheng.core.facts.ReviewFact.Objected;
import cn.xingheng.core.facts.ReviewFact.Reapplied;
import cn.xingheng.core.facts.ReviewFact.ResumptionAsked;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Resumption;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Time limits of an edition at n-1, n and n+1: a fact on the day before the last day, on it, and on the day after,
 * whose fate the case asserts; n is the last lawful day of a filing, or the first lawful day of an effect.
 */
final class DeadlineCoverage {

  static final String DEADLINE = "期限";

  private final Probe probe;
  private final Set<String> found = new HashSet<>();

  private DeadlineCoverage(Probe probe) {
    this.probe = probe;
  }

  static void expect(CoverageTable table, Edition edition) {
    around(table, edition, "最早生效", true);
    around(table, edition, "异议", edition.objection() != null);
    around(table, edition, "恢复申请", edition.resumption() instanceof Resumption.OnApproval);
    around(table, edition, "重新申请窗口首日", edition.reapplication() != null);
    around(table, edition, "禁入后签约", true);
    around(table, edition, "申请解除生效", edition.release().workingDays() > 0);
    around(table, edition, "申报截止", edition.declaration() != null);
    around(table, edition, "进修期限", edition.visits() != null);
    around(table, edition, "协议期限", edition.terms().months() != null);
    around(table, edition, "荣誉期限", edition.honour() != null);
    if (edition.fund() != null) {
      table.expect(edition.id(), DEADLINE, "奖励基金 n");
      table.expect(edition.id(), DEADLINE, "奖励基金 n+1");
    }
  }

  private static void around(CoverageTable table, Edition edition, String limit, boolean there) {
    if (there) {
      List.of("n-1", "n", "n+1").forEach(at -> table.expect(edition.id(), DEADLINE, limit + " " + at));
    }
  }

  static void count(CoverageTable table, Probe probe) {
    DeadlineCoverage coverage = new DeadlineCoverage(probe);
    coverage.effects();
    coverage.filings();
    coverage.agreements();
    coverage.merits();
    coverage.found.forEach(name -> table.count(probe.edition().id(), DEADLINE, name));
  }

  private void note(String limit, @Nullable LocalDate day, Optional<LocalDate> n) {
    if (day == null || n.isEmpty()) {
      return;
    }
    long off = day.toEpochDay() - n.get().toEpochDay();
    if (Math.abs(off) <= 1) {
      found.add(limit + (off < 0 ? " n-1" : off > 0 ? " n+1" : " n"));
    }
  }

  /** Sanctions whose first day is named, or asserted, against the earliest lawful one. */
  private void effects() {
    probe.facts(Suspended.class).forEach(fact -> effect(fact.id(), fact.from()));
    probe.facts(Terminated.class).forEach(fact -> effect(fact.id(), fact.from()));
  }

  private void effect(FactId id, @Nullable LocalDate named) {
    Optional<LocalDate> earliest = probe.answer(
        new Expectation.EarliestEffect(Probe.ask(null, "earliest-effect"), id), "earliest-effect", LocalDate.class);
    boolean spanned = probe.expectations(Expectation.SanctionSpan.class)
        .anyMatch(span -> span.sanction().equals(id) && span.wants().containsKey("from"));
    if (probe.judges(id) || spanned) {
      note("最早生效", named, earliest);
    }
    probe.expectations(Expectation.SanctionSpan.class)
        .filter(span -> span.sanction().equals(id) && span.wants().get("from") instanceof LocalDate)
        .forEach(span -> note("最早生效", (LocalDate) span.wants().get("from"), earliest));
  }

  private void filings() {
    judged(Objected.class).forEach(fact -> note("异议", fact.on(), probe.answer(
        new Expectation.ObjectionThrough(Probe.ask(null, "objection-through"), fact.of()), "objection-through",
        LocalDate.class)));
    judged(ResumptionAsked.class).forEach(fact -> sanctions(fact).forEach(sanction -> note(
        "恢复申请", fact.received(), probe.windowEnd(
            new Expectation.ResumeWindow(Probe.ask(null, "resume-window"), sanction), "resume-window", "through"))));
    judged(Reapplied.class).forEach(fact -> note("重新申请窗口首日", fact.received(), probe.windowEnd(
        bar(fact.person(), fact.on(), "apply-window"), "apply-window", "from")));
    judged(Declared.class).forEach(fact -> {
      var declaration = probe.edition().declaration();
      if (declaration != null && !fact.special()) {
        note("申报截止", fact.on(), Optional.of(declaration.until().atYear(fact.on().getYear())));
      }
    });
  }

  /** Facts of a type whose fate the case asserts. */
  private <T extends Fact> List<T> judged(Class<T> type) {
    return probe.facts(type).filter(fact -> probe.judges(fact.id())).toList();
  }

  private List<FactId> sanctions(ResumptionAsked asked) {
    FactId of = asked.of();
    return of != null
        ? List.of(of)
        : probe.facts(Suspended.class).filter(one -> one.person().equals(asked.person())).map(Suspended::id).toList();
  }

  private static Expectation bar(PersonId person, LocalDate known, String field) {
    return new Expectation.BarOf(Probe.ask(known, field), person);
  }

  private void agreements() {
    for (Signed fact : judged(Signed.class)) {
      note("禁入后签约", fact.from(),
          probe.answer(bar(fact.person(), fact.on(), "may-apply-from"), "may-apply-from", LocalDate.class));
      Integer months = probe.edition().terms().months();
      if (months != null) {
        note("协议期限", fact.through(), Optional.of(fact.from().plusMonths(months).minusDays(1)));
      }
    }
    for (Visiting fact : judged(Visiting.class)) {
      var visits = probe.edition().visits();
      if (visits != null) {
        note("进修期限", fact.through(), Optional.of(fact.from().plusMonths(visits.months()).minusDays(1)));
      }
    }
    probe.facts(Released.class).forEach(this::released);
  }

  /** The states that are asserted around the first day after a notice of ending. */
  private void released(Released fact) {
    Optional<LocalDate> ends = fact.served().both()
        .map(served -> probe.calendar().afterWorkingDays(served, probe.edition().release().workingDays()))
        .flatMap(last -> last instanceof Firm firm ? Optional.of(firm.day().plusDays(1)) : Optional.empty());
    probe.expectations(Expectation.StateOn.class)
        .filter(state -> state.person().equals(fact.person()) && state.wants().containsKey("standing"))
        .forEach(state -> note("申请解除生效", state.on(), ends));
  }

  private void merits() {
    probe.expectations(Expectation.HonourOn.class).forEach(state -> note("荣誉期限", state.on(), honourEnd(state)));
    for (Reward fact : judged(Reward.class)) {
      Optional<Money> left = probe
          .answer(new Expectation.FundOn(Probe.ask(null, "left-yuan"), fact.on()), "left-yuan", Object.class)
          .map(value -> value instanceof Money money ? money : Money.ofYuan(value.toString()));
      boolean refused = probe.expectations(Expectation.TakenOrNot.class)
          .anyMatch(taken -> taken.fact().equals(fact.id()) && taken.wants().containsKey("refused"));
      left.ifPresent(money -> fund(fact.amount(), money, refused));
    }
  }

  private void fund(Money amount, Money left, boolean refused) {
    if (refused && amount.minus(left).fen() == 1) {
      found.add("奖励基金 n+1");
    }
    if (!refused && left.fen() == 0) {
      found.add("奖励基金 n");
    }
  }

  /** The last day of the honour that an expectation is about, by the award before it. */
  private Optional<LocalDate> honourEnd(Expectation.HonourOn state) {
    var term = probe.edition().honour();
    if (term == null) {
      return Optional.empty();
    }
    return probe.facts(Honoured.class)
        .filter(fact -> fact.person().equals(state.person()) && !fact.on().isAfter(state.on()))
        .map(fact -> fact.on().plusMonths(term.months()).minusDays(1))
        .filter(end -> Math.abs(end.toEpochDay() - state.on().toEpochDay()) <= 1)
        .findFirst();
  }
}
