package cn.xingheng.core.sanction;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.calendar.Spans;
import cn.xingheng.core.facts.DecisionFact.BarExtended;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.rulebook.Bar;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.threeten.extra.LocalDateRange;

/**
 * 「禁入期」 The time in which nobody may sign with a terminated physician (R3.2a, M14, L17).
 *
 * @param of the termination
 * @param days from the day of effect through the last barred day
 * @param province whether it holds in the whole province, or only with the terminating agency
 * @param facts what it rests on
 */
public record Exclusion(
    Sanction of, LocalDateRange days, boolean province, List<FactId> facts, List<Step> steps) {

  public Exclusion {
    facts = List.copyOf(facts);
    steps = List.copyOf(steps);
  }

  /**
   * The bar of a termination that takes effect.
   *
   * @param termEnd the last day of the latest term among the agreements it ended, or empty when none has an end
   */
  public static Exclusion reckon(
      Law law, Sanction termination, List<BarExtended> extensions, Optional<LocalDate> termEnd) {
    Terminated decision = (Terminated) termination.fact();
    LocalDate effect = Objects.requireNonNull(termination.first());
    Bar rule = law.edition().bar();
    int years = termination.length();
    boolean fraud = decision.fraud();
    List<FactId> facts = new ArrayList<>(List.of(decision.id()));
    for (BarExtended extension : extensions) {
      if (Effect.served(law, extension.served()).isPresent()) {
        years = Math.max(years, extension.barYears());
        fraud |= extension.fraud();
        facts.add(extension.id());
      }
    }
    LocalDate barred = Spans.lastBarredDay(effect, years);
    LocalDate last = barred;
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            facts, rule.citation().and(law.edition().citation(ReadingKey.BAR_SPAN, effect)),
            law.edition().label(ReadingKey.BAR_SPAN),
            "自 " + effect + " 起禁入 " + years + " 年，至 " + barred));
    if (rule.withTerm() && law.reads(ReadingKey.BAR_AND_TERM, "later") && termEnd.isPresent()
        && termEnd.get().isAfter(barred)) {
      last = termEnd.get();
      steps.add(
          new Step(List.of(decision.id()), rule.termCitation(), law.edition().label(ReadingKey.BAR_AND_TERM),
              "原协议期至 " + last + "，晚于禁入年限，取较晚者"));
    }
    boolean province = fraud || law.reads(ReadingKey.BAR_SCOPE, "province");
    steps.add(
        new Step(List.of(decision.id()), rule.termCitation(), law.edition().label(ReadingKey.BAR_SCOPE),
            province ? "及于全省" : "限于作出解除的经办机构"));
    return new Exclusion(termination, LocalDateRange.ofClosed(effect, last), province, facts, steps);
  }

  /** Whether it bars signing in this pooling area. */
  public boolean bars(RegionId region) {
    return province || of.actsOn(region);
  }

  /** The last barred day. */
  public LocalDate last() {
    return days.getEndInclusive();
  }

  /** The first day free of the bar. */
  public LocalDate free() {
    return days.getEnd();
  }
}
