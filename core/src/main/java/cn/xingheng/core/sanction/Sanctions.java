package cn.xingheng.core.sanction;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Steps;
import cn.xingheng.core.calendar.Spans;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.rulebook.Clause;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Findings;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.Range;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.core.sanction.Sanction.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * 「处理一览」 The decided suspensions and terminations of one person, each with what it rests on and its days.
 *
 * <p>They are taken in order of decision; each looks at those before it. A sanction that has lost its ground is void;
 * a fixed tier shrinks to the tier that remains (reading {@code withdrawal}; L17).
 */
public final class Sanctions {

  private final Law law;
  private final Grounds grounds;
  private final Docket docket;
  private final Function<LocalDate, List<Account>> agencies;
  private final Toll toll;
  private final List<Sanction> taken = new ArrayList<>();

  private Sanctions(
      Law law, Grounds grounds, Docket docket, Function<LocalDate, List<Account>> agencies, Toll toll) {
    this.law = law;
    this.grounds = grounds;
    this.docket = docket;
    this.agencies = agencies;
    this.toll = toll;
  }

  /**
   * The sanctions of a person.
   *
   * @param agencies the accounts whose agencies have an agreement with the person on a day
   * @param toll which days of a suspension do not count
   */
  public static Sanctions reckon(
      Law law, Grounds grounds, Docket docket, Function<LocalDate, List<Account>> agencies, Toll toll) {
    Sanctions sanctions = new Sanctions(law, grounds, docket, agencies, toll);
    for (SanctionDecision decision : docket.decisions()) {
      sanctions.taken.add(sanctions.sanction(decision));
      sanctions.escalate();
    }
    return sanctions;
  }

  /** All of them, void ones included, in order of decision. */
  public List<Sanction> all() {
    return List.copyOf(taken);
  }

  /** The one with this id, or empty. */
  public Optional<Sanction> find(FactId id) {
    return taken.stream().filter(sanction -> sanction.id().equals(id)).findFirst();
  }

  /** What a decision of this day, agency and ground can rest on, best first; used ones included. */
  public List<Basis> bases(SanctionDecision decision) {
    String ground = decision.ground();
    if (ground != null && !ground.equals(DecisionFact.POINTS) && !ground.equals(DecisionFact.STREAK)) {
      return findings(decision, ground);
    }
    List<Basis> bases = new ArrayList<>();
    for (Ground met : grounds.reckon(decision.on())) {
      boolean streak = met.rule().trigger() instanceof Trigger.Streak;
      boolean named = ground == null || ground.equals(DecisionFact.STREAK) == streak;
      if (named && length(met.rule().consequence(), decision).isPresent()) {
        bases.add(new Basis.OnPoints(met));
      }
    }
    return bases;
  }

  /** Whether an earlier sanction already answers these points, so that they carry no second one (tier-crossing). */
  public Optional<Sanction> usedBy(Basis basis) {
    if (!(basis instanceof Basis.OnPoints points)) {
      return Optional.empty();
    }
    Ground ground = points.ground();
    return taken.stream().filter(earlier -> answers(earlier, ground)).findFirst();
  }

  /** Whether this sanction answers that ground: nothing is due on the ground any more. */
  public static boolean answers(Sanction sanction, Ground ground) {
    if (!sanction.stands() || sanction.basis() == null || !sanction.basis().account().equals(ground.account())) {
      return false;
    }
    if (sanction.terminates() && !sanction.fact().on().isBefore(ground.reached())) {
      return true;
    }
    if (sanction.ground().isEmpty() || ground.rule().consequence() instanceof Consequence.Terminate) {
      return false;
    }
    Ground own = sanction.ground().get();
    if (!own.period().equals(ground.period())) {
      return false;
    }
    return ground.rule().force() == Force.MAY
        ? !sanction.fact().on().isBefore(ground.newest())
        : own.rule().id().equals(ground.rule().id()) || own.rule().over().contains(ground.rule().id());
  }

  /** The range of months or bar years that the consequence gives a decision of this kind, or empty for another kind. */
  public static Optional<Range> length(Consequence consequence, SanctionDecision decision) {
    return switch (consequence) {
      case Consequence.Interview() -> Optional.empty();
      case Consequence.Suspend(Range months) ->
          decision instanceof Suspended ? Optional.of(months) : Optional.empty();
      case Consequence.Terminate(Range years) ->
          decision instanceof Terminated ? Optional.of(years) : Optional.empty();
    };
  }

  /** The range of months or bar years of a decision on this basis. */
  public Range range(Basis basis, SanctionDecision decision) {
    if (decision instanceof Terminated terminated && terminated.fraud() && law.edition().bar().fraud() != null) {
      return law.edition().bar().fraud();
    }
    return switch (basis) {
      case Basis.OnPoints(Ground ground) -> length(ground.rule().consequence(), decision).orElseThrow();
      case Basis.OnFinding finding -> finding.length();
    };
  }

  /** Whether the length that the decision gives is lawful on this basis; one left out must be fixed by the edition. */
  public boolean lawful(Basis basis, SanctionDecision decision) {
    Range range = range(basis, decision);
    Integer given = decision.length();
    return given == null ? range.fixed() : range.contains(given);
  }

  /** What the sanction would be: its basis under the facts as known now, and its days. */
  private Sanction sanction(SanctionDecision decision) {
    Optional<Basis> basis = basis(decision);
    if (basis.isEmpty()) {
      Step lost = new Step(List.of(decision.id()), law.edition().notice().citation(),
          law.edition().label(ReadingKey.WITHDRAWAL), decision.id() + " 所据的扣分已不足，自始无效");
      return new Sanction(decision, null, Status.VOID, null, null, null, 0, List.of(), List.of(lost));
    }
    Range range = range(basis.get(), decision);
    Integer given = decision.length();
    int length = given == null ? range.from() : range.through() == null ? given : Math.min(given, range.through());
    Effect effect = Effect.reckon(law, decision, docket);
    List<Step> steps = Steps.of(() -> steps(basis.get(), effect));
    LocalDate first = effect.first();
    LocalDate last =
        first == null || decision instanceof Terminated ? null : Spans.lastDayOfMonths(first, length);
    Sanction sanction =
        new Sanction(
            decision, basis.get(), effect.status(), effect.earliest(), first, last, length, effect.shaping(), steps);
    return last == null ? sanction : toll.stretch(law, withPrintedSpan(sanction));
  }

  private List<Step> steps(Basis basis, Effect effect) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        switch (basis) {
          case Basis.OnPoints points -> points.step(grounds.readings(points.ground()));
          case Basis.OnFinding finding -> finding.step(law.edition().label(ReadingKey.MONTHS));
        });
    steps.addAll(effect.steps());
    return steps;
  }

  private Sanction withPrintedSpan(Sanction sanction) {
    return sanction.explained(
        () ->
            new Step(
                List.of(sanction.id()),
                law.edition().citation(ReadingKey.SANCTION_SPAN, sanction.days().getStart()),
                law.edition().label(ReadingKey.SANCTION_SPAN),
                "自 " + sanction.first() + " 起 " + sanction.length() + " 个月，至 " + sanction.last()));
  }

  /** What it rests on now: as decided, else a rule since outgrown, else the fixed tier that remains, else nothing. */
  private Optional<Basis> basis(SanctionDecision decision) {
    List<Basis> now = bases(decision).stream().filter(basis -> usedBy(basis).isEmpty()).toList();
    Optional<Basis> asDecided = now.stream().filter(basis -> lawful(basis, decision)).findFirst();
    if (asDecided.isPresent()) {
      return asDecided;
    }
    Optional<Basis> grown =
        grounds.outgrown(decision.on()).stream()
            .filter(ground -> length(ground.rule().consequence(), decision).isPresent())
            .<Basis>map(Basis.OnPoints::new)
            .filter(basis -> usedBy(basis).isEmpty() && lawful(basis, decision))
            .findFirst();
    if (grown.isPresent() && onAccount(decision)) {
      return grown;
    }
    Integer given = decision.length();
    return given == null
        ? Optional.empty()
        : now.stream()
            .filter(basis -> range(basis, decision).fixed() && given > range(basis, decision).from())
            .findFirst();
  }

  private static boolean onAccount(SanctionDecision decision) {
    String ground = decision.ground();
    return ground == null || ground.equals(DecisionFact.POINTS);
  }

  private List<Basis> findings(SanctionDecision decision, String number) {
    Findings findings = law.edition().findings();
    Clause clause = findings == null ? null : findings.grounds().get(number);
    if (findings == null || clause == null) {
      return List.of();
    }
    Range length = decision instanceof Suspended ? findings.months() : findings.barYears();
    return agencies.apply(decision.on()).stream()
        .<Basis>map(account -> new Basis.OnFinding(number, clause, length, account))
        .toList();
  }

  private void escalate() {
    Sanction newest = taken.getLast();
    for (int i = 0; i < taken.size() - 1; i++) {
      Sanction lower = taken.get(i);
      if (Escalation.swallows(law, newest, lower)) {
        newest = Escalation.higher(law, newest, lower);
        taken.set(taken.size() - 1, newest);
        taken.set(i, Escalation.lower(law, newest, lower));
      }
    }
  }
}
