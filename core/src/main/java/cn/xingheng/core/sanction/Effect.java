package cn.xingheng.core.sanction;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Steps;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.core.facts.DecisionFact.Deferred;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.ReviewFact.Objected;
import cn.xingheng.core.facts.ReviewFact.ObjectionAnswered;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.Notice;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.sanction.Sanction.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 「生效日」 From which day a decision takes effect (M18, L17, R5.1).
 *
 * @param earliest the first lawful day, or null while it is not served
 * @param first the first day, or null while there is none
 * @param shaping the facts that moved it
 */
public record Effect(
    Status status,
    @Nullable DayAnswer earliest,
    @Nullable LocalDate first,
    List<FactId> shaping,
    List<Step> steps) {

  /** The effect of a decision as served, deferred and objected to. */
  public static Effect reckon(Law law, SanctionDecision decision, Docket docket) {
    @Nullable DayAnswer earliest = earliest(law, decision.served()).orElse(null);
    if (earliest == null) {
      return new Effect(Status.NOT_SERVED, null, null, List.of(), List.of());
    }
    Optional<LocalDate> named = first(earliest, decision.from());
    if (named.isEmpty()) {
      return new Effect(Status.PROVISIONAL, earliest, null, List.of(), List.of());
    }
    List<FactId> shaping = new ArrayList<>();
    LocalDate first = named.get();
    List<Step> steps = Steps.of(() -> List.of(notice(law, decision, earliest, named.get())));
    for (Deferred deferred : docket.deferrals(decision.id())) {
      if (!deferred.through().isBefore(first)) {
        first = deferred.through().plusDays(1);
        shaping.add(deferred.id());
        Step step =
            new Step(
                List.of(deferred.id()), law.edition().notice().citation(), List.of(), "缓期，自 " + first + " 生效");
        steps = Steps.plus(steps, () -> List.of(step));
      }
    }
    return stayed(law, decision, docket, new Effect(Status.RUNS, earliest, first, shaping, steps));
  }

  /** The first lawful day of effect of a decision so served, or empty while it is not. */
  public static Optional<DayAnswer> earliest(Law law, Service served) {
    return served(law, served)
        .map(day -> after(law, day, law.edition().notice().workingDays()));
  }

  /** The first day of effect after so many working days' notice (M18, X1.8; reading {@code advance-notice}). */
  public static DayAnswer after(Law law, LocalDate served, int workingDays) {
    DayAnswer last = law.calendar().afterWorkingDays(served, workingDays);
    boolean onDay = workingDays > 0 && law.reads(ReadingKey.ADVANCE_NOTICE, "on-day");
    return onDay ? last : last.plusDays(1);
  }

  /** The day of service that counts, or empty while it is missing. */
  public static Optional<LocalDate> served(Law law, Service served) {
    return law.reads(ReadingKey.SERVED, "person") ? Optional.ofNullable(served.person()) : served.both();
  }

  private static Optional<LocalDate> first(DayAnswer earliest, @Nullable LocalDate named) {
    return switch (earliest) {
      case Firm firm -> Optional.of(named != null && named.isAfter(firm.day()) ? named : firm.day());
      case Provisional range -> Optional.ofNullable(named).filter(day -> !day.isBefore(range.latest()));
    };
  }

  private static Step notice(Law law, SanctionDecision decision, DayAnswer earliest, LocalDate first) {
    Notice notice = law.edition().notice();
    LocalDate served = served(law, decision.served()).orElseThrow();
    String counted =
        notice.workingDays() == 0 ? "次日" : "其后足 " + notice.workingDays() + " 个工作日，最早 " + earliest.earliest();
    return new Step(
        List.of(decision.id()),
        counting(law, served),
        law.edition().label(
            ReadingKey.ADVANCE_NOTICE, ReadingKey.SERVED, ReadingKey.EFFECT, ReadingKey.PROCEDURAL_PERIOD,
            ReadingKey.WORKING_DAY),
        "送达 " + served + "，" + counted + "，自 " + first + " 生效");
  }

  /** The articles by which the first lawful day is counted from a day of service. */
  public static Citation counting(Law law, LocalDate served) {
    Edition edition = law.edition();
    Citation counted = edition.notice().citation().and(edition.citation(ReadingKey.PROCEDURAL_PERIOD, served));
    return edition.notice().workingDays() == 0
        ? counted
        : counted.and(edition.citation(ReadingKey.WORKING_DAY, served));
  }

  private static Effect stayed(Law law, SanctionDecision decision, Docket docket, Effect effect) {
    if (!law.reads(ReadingKey.OBJECTION_STAY, "stay")) {
      return effect;
    }
    LocalDate first = Objects.requireNonNull(effect.first);
    for (Objected objected : docket.objections(decision.id())) {
      if (!objected.received().isBefore(first)) {
        continue;
      }
      ObjectionAnswered answer = docket.answers().get(decision.id());
      Step step =
          new Step(
              answer == null ? List.of(objected.id()) : List.of(objected.id(), answer.id()),
              law.edition().citation(ReadingKey.OBJECTION_STAY),
              law.edition().label(ReadingKey.OBJECTION_STAY),
              answer == null ? "异议未答复，暂不生效" : "异议于 " + answer.on() + " 答复，次日起生效");
      List<FactId> shaping = new ArrayList<>(effect.shaping);
      shaping.addAll(step.facts());
      List<Step> steps = Steps.plus(effect.steps, () -> List.of(step));
      if (answer == null) {
        return new Effect(Status.STAYED, effect.earliest, null, shaping, steps);
      }
      LocalDate after = answer.on().plusDays(1);
      return new Effect(Status.RUNS, effect.earliest, after.isAfter(first) ? after : first, shaping, steps);
    }
    return effect;
  }
}
