package cn.xingheng.server.demo;

import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DecisionFact.BarExtended;
import cn.xingheng.core.facts.DecisionFact.Deferred;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.DecisionFact.Terminated;
import cn.xingheng.core.facts.ReviewFact.Reapplied;
import cn.xingheng.core.facts.ReviewFact.ReappliedAnswered;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.DutyRule;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.core.rulebook.Range;
import cn.xingheng.core.sanction.Effect;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Deadlines;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stories of suspensions and terminations that were decided. Each says whether it could be told at all. */
final class SanctionStories {

  private SanctionStories() {}

  /** A suspension that runs today. */
  static boolean running(Tale tale) {
    tale.sign(tale.today());
    Scale.Step step = tale.chance().of(tale.scale().suspensions());
    int months = length(tale, step.length());
    LocalDate effect = tale.today().minusDays(tale.chance().between(3, 27 * months));
    Optional<Suspended> decided = suspension(tale, step, months, effect);
    decided.filter(decision -> tale.chance().percent(60))
        .ifPresent(decision -> {
          tale.tell(Duty.STOP_SETTLEMENT, decision, tale.soon(effect, 1));
          tale.tell(Duty.TELL_PATIENTS, decision, tale.soon(effect, 2));
        });
    return decided.isPresent();
  }

  /** As {@link #running}, of somebody who has an agreement elsewhere too. */
  static boolean runningWithSecondSite(Tale tale) {
    boolean told = running(tale);
    tale.sign(tale.elsewhere(), tale.since().plusDays(30), tale.today());
    return told;
  }

  /** A suspension with an effect on that day, on points that reach the step. */
  static Optional<Suspended> suspension(Tale tale, Scale.Step step, int months, LocalDate effect) {
    LocalDate served = tale.lastService(effect).orElse(null);
    if (served == null || served.isAfter(tale.today())) {
      return Optional.empty();
    }
    LocalDate decided = tale.working(served.minusDays(tale.chance().between(1, 2)));
    if (!tale.deduct(step.least(), tale.working(decided.minusDays(tale.chance().between(2, 6))))) {
      return Optional.empty();
    }
    tale.interview(decided);
    return Optional.of(tale.note(suspended(
        tale, decided, months, Service.on(served), tale.named(served, effect))));
  }

  /** A suspension decided and served, its first day still ahead. */
  static boolean servedAhead(Tale tale) {
    return ahead(tale).isPresent();
  }

  /** As {@link #servedAhead}, and then put off. */
  static boolean deferred(Tale tale) {
    Suspended decision = ahead(tale).orElse(null);
    LocalDate first = decision == null ? null : tale.sanction(decision).map(Sanction::first).orElse(null);
    if (decision == null || first == null) {
      return false;
    }
    tale.note(new Deferred(tale.head("f", tale.today()), tale.person(), decision.id(), first.plusDays(29)));
    return true;
  }

  private static Optional<Suspended> ahead(Tale tale) {
    LocalDate decided = beforeNow(tale);
    if (decided == null) {
      return Optional.empty();
    }
    LocalDate served = tale.soon(decided, 1);
    DayAnswer earliest = Effect.earliest(tale.province().law(), Service.on(served)).orElseThrow();
    boolean isAhead = earliest instanceof Firm firm && firm.day().isAfter(tale.today());
    LocalDate later = tale.today().plusDays(10);
    LocalDate named = isAhead ? null : earliest.latest().isAfter(later) ? earliest.latest() : later;
    return Optional.of(tale.note(suspended(
        tale, decided, length(tale, tale.scale().suspension().length()), Service.on(served), named)));
  }

  /** A suspension decided but not served on the physician. */
  static boolean notServed(Tale tale) {
    LocalDate decided = beforeNow(tale);
    if (decided == null) {
      return false;
    }
    Service service = tale.chance().percent(50) ? Service.NONE : new Service(null, tale.soon(decided, 1));
    tale.note(suspended(tale, decided, length(tale, tale.scale().suspension().length()), service, null));
    return true;
  }

  /** The points of a suspension, and the day some days ago on which it is to be decided; null where no items do. */
  private static @Nullable LocalDate beforeNow(Tale tale) {
    tale.sign(tale.today());
    LocalDate decided = tale.working(tale.today().minusDays(tale.chance().between(2, 5)));
    return tale.deduct(tale.scale().suspension().least(), tale.working(decided.minusDays(3))) ? decided : null;
  }

  /** A termination in the last months, its bar still running. */
  static boolean terminated(Tale tale) {
    LocalDate effect = tale.today().minusDays(tale.chance().between(10, 300));
    tale.sign(effect);
    return termination(tale, effect).isPresent();
  }

  /** A termination for one incident, with a bar of years left to the decision; lengthened later for a few. */
  static boolean terminatedAtOnce(Tale tale) {
    Scale.Step step = tale.scale().atOnce().orElse(null);
    Item item = step == null ? null : tale.scale().single(step.least(), tale.chance()).orElse(null);
    LocalDate effect = tale.today().minusDays(tale.chance().between(10, 300));
    LocalDate served = tale.lastService(effect).orElse(null);
    if (step == null || item == null || served == null) {
      return false;
    }
    tale.sign(effect);
    LocalDate decided = tale.working(served.minusDays(1));
    tale.deduct(item, tale.working(decided.minusDays(4)));
    Terminated decision = tale.note(new Terminated(
        tale.head("x", decided), tale.person(), length(tale, step.length()), false, Service.on(served),
        tale.named(served, effect), null, DecisionFact.POINTS));
    report(tale, decision, effect);
    Integer years = decision.barYears();
    if (years != null && step.length().contains(years + 1) && tale.chance().percent(40)) {
      LocalDate on = tale.soon(effect, tale.chance().between(2, 8));
      tale.note(new BarExtended(
          tale.head("e", on), tale.person(), decision.id(), years + 1, false, Service.on(tale.soon(on, 1))));
    }
    return true;
  }

  /** A termination long ago, its bar over, and a new agreement. */
  static boolean barOver(Tale tale) {
    LocalDate effect = tale.province().first().plusDays(tale.chance().between(90, 220));
    tale.sign(effect);
    if (termination(tale, effect).isEmpty()) {
      return false;
    }
    Exclusion bar = Deadlines.lastBar(tale.dossier(), tale.home().id()).orElse(null);
    if (bar == null || bar.free().isAfter(tale.today())) {
      return false;
    }
    LocalDate asked = tale.working(bar.last().minusDays(tale.chance().between(2, 7)));
    if (tale.province().law().edition().reapplication() != null) {
      tale.note(new Reapplied(tale.head("q", asked), tale.person(), tale.home().id(), asked));
      LocalDate answered = tale.working(bar.last());
      tale.note(new ReappliedAnswered(tale.head("w", answered), tale.person(), true));
    }
    LocalDate again = bar.free().plusDays(tale.chance().between(0, 20));
    tale.sign(tale.home(), tale.soon(again, 0), tale.today());
    return true;
  }

  private static Optional<Terminated> termination(Tale tale, LocalDate effect) {
    Scale.Step step = tale.scale().termination();
    LocalDate served = tale.lastService(effect).orElse(null);
    if (served == null) {
      return Optional.empty();
    }
    LocalDate decided = tale.working(served.minusDays(tale.chance().between(1, 2)));
    if (!tale.deduct(step.least(), tale.working(decided.minusDays(tale.chance().between(2, 6))))) {
      return Optional.empty();
    }
    Terminated decision = tale.note(new Terminated(
        tale.head("x", decided), tale.person(), null, false, Service.on(served), tale.named(served, effect),
        null, DecisionFact.POINTS));
    report(tale, decision, effect);
    return Optional.of(decision);
  }

  /** Most of the duties that a termination brings are done. */
  private static void report(Tale tale, Terminated decision, LocalDate effect) {
    for (DutyRule rule : tale.province().law().edition().duties()) {
      boolean brought = rule.on().contains(DutyRule.Event.TERMINATION)
          || rule.on().contains(DutyRule.Event.TERMINATION_RUNS);
      if (brought && rule.duty() != Duty.NOTICE && tale.chance().percent(75)) {
        tale.tell(rule.duty(), decision, tale.soon(effect, tale.chance().between(1, 9)));
      }
    }
  }

  /** Names of months or years within a range; where it is open, the least or a little more. */
  static int length(Tale tale, Range range) {
    Integer through = range.through();
    return tale.chance().between(range.from(), through == null ? range.from() + 1 : through);
  }

  private static Suspended suspended(
      Tale tale, LocalDate decided, int months, Service served, @Nullable LocalDate from) {
    return new Suspended(
        tale.head("x", decided), tale.person(), months, served, from, null, DecisionFact.POINTS);
  }
}
