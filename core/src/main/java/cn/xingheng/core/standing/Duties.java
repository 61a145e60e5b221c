package cn.xingheng.core.standing;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.facts.DecisionFact.NotSuspended;
import cn.xingheng.core.facts.DutyFact.Interviewed;
import cn.xingheng.core.facts.DutyFact.Notified;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.DutyRule;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.sanction.Ground;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.sanction.Sanctions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 「待办义务」 What the agencies have to do about one physician on a day, and what is done (L17, L21, R3.2, M11, M18). */
public final class Duties {

  private final Dossier dossier;
  private final Law law;
  private final LocalDate day;
  private final List<DutyState> states = new ArrayList<>();

  private Duties(Dossier dossier, LocalDate day) {
    this.dossier = dossier;
    this.law = dossier.law();
    this.day = day;
  }

  /** Every duty that has arisen by the day, done or not. */
  public static List<DutyState> reckon(Dossier dossier, LocalDate day) {
    Duties duties = new Duties(dossier, day);
    duties.dossier.grounds().reckon(day).forEach(duties::onGround);
    duties.onMeasures();
    for (DutyRule rule : duties.law.edition().duties()) {
      rule.on().stream().sorted().forEach(event -> duties.onEvent(rule, event));
    }
    return duties.states;
  }

  private void onGround(Ground ground) {
    switch (ground.rule().consequence()) {
      case Consequence.Interview() -> interview(ground);
      case Consequence.Suspend(var months) -> {
        boolean must = ground.rule().force() == Force.MUST;
        sanction(ground, must ? Duty.SUSPEND : Duty.CONSIDER_SUSPENSION);
      }
      case Consequence.Terminate(var years) -> sanction(ground, Duty.TERMINATE);
    }
  }

  private void interview(Ground ground) {
    List<FactId> about = ground.entries().stream().map(entry -> entry.fact().id()).toList();
    List<FactId> done =
        dossier.known().all(Interviewed.class).stream()
            .filter(fact -> within(fact.on(), ground.reached()))
            .filter(fact -> fact.of() == null || about.contains(fact.of()))
            .map(Interviewed::id)
            .toList();
    add(
        Duty.INTERVIEW, ground.account(), null, ground.reached(), done.isEmpty(), List.of(step(ground)), done);
  }

  /** A sanction that a ground requires or allows: done by a decision, and only while there is an agreement. */
  private void sanction(Ground ground, Duty duty) {
    List<FactId> done = new ArrayList<>();
    for (Sanction sanction : dossier.sanctions().all()) {
      if (Sanctions.answers(sanction, ground) && !sanction.fact().on().isAfter(day)) {
        done.add(sanction.id());
      }
    }
    if (duty == Duty.CONSIDER_SUSPENSION) {
      dossier.known().all(NotSuspended.class).stream()
          .filter(fact -> within(fact.on(), ground.newest()))
          .forEach(fact -> done.add(fact.id()));
    }
    boolean agreed = dossier.agreedWith(ground.account(), day);
    List<Step> steps = agreed ? List.of(step(ground)) : List.of(step(ground), noAgreement());
    LocalDate since = ground.rule().force() == Force.MAY ? ground.newest() : ground.reached();
    add(duty, ground.account(), null, since, done.isEmpty() && agreed, steps, done);
  }

  private Step step(Ground ground) {
    return ground.step(dossier.grounds().readings(ground));
  }

  private Step noAgreement() {
    return new Step(
        Refusing.inForceFacts(dossier), law.edition().terms().citation(), List.of(), day + " 已没有可以处理的协议");
  }

  private void onMeasures() {
    for (Outside measure : dossier.measures()) {
      if (!measure.rule().terminate() || !measure.days().contains(day)) {
        continue;
      }
      for (Account account : accounts()) {
        List<FactId> done =
            dossier.sanctions().all().stream()
                .filter(sanction -> sanction.terminates() && sanction.stands())
                .filter(sanction -> within(sanction.fact().on(), measure.days().getStart()))
                .filter(sanction -> sanction.basis() != null && sanction.basis().account().equals(account))
                .map(Sanction::id)
                .toList();
        Step step = new Step(measure.facts(), measure.rule().citation(), List.of(), measure.rule().gloss());
        add(
            Duty.TERMINATE, account, measure.fact().id(), measure.days().getStart(),
            done.isEmpty() && dossier.agreedWith(account, day), List.of(step), done);
      }
    }
  }

  private List<Account> accounts() {
    return dossier.nominal().stream().map(course -> dossier.account(course.region())).distinct().toList();
  }

  private void onEvent(DutyRule rule, DutyRule.Event event) {
    switch (event) {
      case DEDUCTION -> decided().forEach(entry -> deduction(rule, entry));
      case LOSS -> decided().filter(entry -> entry.fact().loss().fen() > 0).forEach(entry -> deduction(rule, entry));
      case SUSPENSION -> sanctions(false).forEach(sanction -> decision(rule, sanction));
      case TERMINATION -> sanctions(true).forEach(sanction -> decision(rule, sanction));
      case SUSPENSION_ELSEWHERE -> sanctions(false).filter(this::elsewhere).forEach(s -> decision(rule, s));
      case TERMINATION_ELSEWHERE -> sanctions(true).filter(this::elsewhere).forEach(s -> decision(rule, s));
      case SUSPENSION_RUNS -> sanctions(false).filter(this::stops).forEach(s -> running(rule, s));
      case TERMINATION_RUNS -> sanctions(true).filter(this::stops).forEach(s -> running(rule, s));
      case MEASURE_RUNS -> dossier.measures().forEach(measure -> measure(rule, measure));
      case INSTITUTION_TIER -> { }
    }
  }

  private Stream<Entry> decided() {
    return dossier.ledger().entries().stream().filter(entry -> !entry.on().isAfter(day));
  }

  private Stream<Sanction> sanctions(boolean terminations) {
    return dossier.sanctions().all().stream()
        .filter(sanction -> sanction.stands() && sanction.terminates() == terminations)
        .filter(sanction -> !sanction.fact().on().isAfter(day));
  }

  /** Whether the person had an agreement with an agency that the sanction does not act for. */
  private boolean elsewhere(Sanction sanction) {
    return dossier.courses().stream()
        .anyMatch(course -> !sanction.actsOn(course.region()) && course.inForceOn(sanction.fact().on()));
  }

  /** Whether it has begun and settlement is still stopped by it. */
  private boolean stops(Sanction sanction) {
    LocalDate first = sanction.first();
    if (!sanction.runs() || first == null || first.isAfter(day)) {
      return false;
    }
    if (sanction.terminates()) {
      return dossier.courses().stream()
          .noneMatch(course -> sanction.actsOn(course.region()) && course.inForceOn(day));
    }
    boolean resumed =
        dossier.reviews().find(sanction.id())
            .map(review -> review.resumes() != null && !review.resumes().isAfter(day))
            .orElseGet(() -> sanction.last() != null && sanction.last().isBefore(day));
    return !resumed
        && dossier.courses().stream()
            .anyMatch(course -> sanction.actsOn(course.region()) && course.inForceOn(day));
  }

  private void deduction(DutyRule rule, Entry entry) {
    boolean served = rule.duty() == Duty.NOTICE && servedBy(entry.fact().served().both());
    List<FactId> done = notified(rule.duty(), entry.fact().id(), entry.on());
    add(rule.duty(), entry.account(), entry.fact().id(), entry.on(), !served && done.isEmpty(),
        List.of(step(rule, entry.fact().id())), done);
  }

  private void decision(DutyRule rule, Sanction sanction) {
    boolean served = rule.duty() == Duty.NOTICE && servedBy(sanction.fact().served().both());
    List<FactId> done = notified(rule.duty(), sanction.id(), sanction.fact().on());
    add(rule.duty(), account(sanction), sanction.id(), sanction.fact().on(), !served && done.isEmpty(),
        List.of(step(rule, sanction)), done);
  }

  private void running(DutyRule rule, Sanction sanction) {
    List<FactId> done = notified(rule.duty(), sanction.id(), sanction.fact().on());
    add(rule.duty(), account(sanction), sanction.id(), Objects.requireNonNull(sanction.first()),
        done.isEmpty(), List.of(step(rule, sanction)), done);
  }

  private void measure(DutyRule rule, Outside measure) {
    LocalDate start = measure.days().getStart();
    boolean resumed =
        dossier.reviews().find(measure.fact().id())
            .map(review -> review.resumes() != null && !review.resumes().isAfter(day))
            .orElse(!measure.days().contains(day));
    if (start.isAfter(day) || resumed) {
      return;
    }
    List<FactId> done = notified(rule.duty(), measure.fact().id(), measure.fact().on());
    for (Account account : accounts()) {
      add(rule.duty(), account, measure.fact().id(), start, done.isEmpty() && dossier.agreedWith(account, day),
          List.of(new Step(measure.facts(), rule.citation(), List.of(), rule.gloss())), done);
    }
  }

  private static Account account(Sanction sanction) {
    return Objects.requireNonNull(sanction.basis()).account();
  }

  private List<FactId> notified(Duty duty, FactId about, LocalDate since) {
    return dossier.known().all(Notified.class).stream()
        .filter(fact -> fact.duty().equals(duty.word()) && within(fact.on(), since))
        .filter(fact -> fact.of() == null || fact.of().equals(about))
        .map(Notified::id)
        .toList();
  }

  private boolean servedBy(Optional<LocalDate> both) {
    return both.isPresent() && !both.get().isAfter(day);
  }

  private boolean within(LocalDate done, LocalDate since) {
    return !done.isBefore(since) && !done.isAfter(day);
  }

  private Step step(DutyRule rule, FactId about) {
    return new Step(List.of(about), rule.citation(), List.of(), about + "：" + rule.gloss());
  }

  private Step step(DutyRule rule, Sanction sanction) {
    List<FactId> facts = new ArrayList<>(List.of(sanction.id()));
    facts.addAll(sanction.shaping());
    sanction.steps().forEach(step -> facts.addAll(step.facts()));
    dossier.reviews().find(sanction.id()).ifPresent(review -> facts.addAll(review.facts()));
    return new Step(
        facts.stream().distinct().toList(), rule.citation(), List.of(), sanction.id() + "：" + rule.gloss());
  }

  private void add(
      Duty duty, Account account, @Nullable FactId about, LocalDate since, boolean due, List<Step> arisen,
      List<FactId> done) {
    List<Step> steps = new ArrayList<>(arisen);
    if (!done.isEmpty()) {
      steps.add(new Step(done, arisen.getFirst().citation(), List.of(), duty.word() + " 已履行"));
    }
    states.add(new DutyState(duty, account, about, since, due, steps));
  }
}
