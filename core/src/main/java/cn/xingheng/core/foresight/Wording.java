package cn.xingheng.core.foresight;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.foresight.Foresight.BarChange;
import cn.xingheng.core.foresight.Foresight.Rejudged;
import cn.xingheng.core.foresight.Foresight.SanctionChange;
import cn.xingheng.core.foresight.Foresight.StandingChange;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Judgment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** 「预见成文」 The one trail of a foresight: first what differs, then how the state with the fact comes about. */
final class Wording {

  private final Law law;
  private final Edition edition;
  private final Comparing both;
  private final Foresight found;
  private final FactId unsaved;
  private final List<Step> steps = new ArrayList<>();

  Wording(Law law, Comparing both, Foresight found) {
    this.law = law;
    this.edition = law.edition();
    this.both = both;
    this.found = found;
    this.unsaved = found.unsaved().id();
  }

  Foresight worded() {
    found.refusal().ifPresent(refusal -> steps.add(refusal.step(unsaved)));
    found.rejudged().forEach(this::rejudged);
    points();
    found.changes().forEach(this::change);
    found.elsewhere().forEach(this::change);
    found.sanctions().forEach(this::sanction);
    found.bars().forEach(this::bar);
    Counting effect = found.effect();
    if (effect != null) {
      steps.add(effect.step());
    }
    found.choices().forEach(this::choice);
    found.next().ifPresent(this::next);
    return with(whole());
  }

  private void rejudged(Rejudged one) {
    if (one.after() instanceof Judgment.Refused(Refusal refusal)) {
      Step step = refusal.step(one.fact());
      List<FactId> facts = new ArrayList<>(step.facts());
      facts.add(unsaved);
      steps.add(new Step(facts, step.citation(), step.readings(), "因 " + unsaved + "，" + step.says()));
    } else {
      steps.add(
          new Step(
              List.of(one.fact(), unsaved), edition.inForce().citation(), List.of(),
              "因 " + unsaved + "，" + one.fact() + " 改为受理"));
    }
  }

  private void points() {
    Ladder after = found.ladderAfter();
    LocalDateRange period = after.period();
    List<FactId> facts = new ArrayList<>(List.of(unsaved));
    both.after().ledger().counting(after.account(), period, found.day())
        .forEach(entry -> facts.add(entry.fact().id()));
    steps.add(
        new Step(
            facts.stream().distinct().toList(), edition.points().citation(), List.of(),
            "账户 " + after.account() + "，" + days(period) + "：" + found.ladderBefore().total() + " 分，之后 "
                + after.total() + " 分" + after.remaining().map(left -> "，剩 " + left + " 分").orElse("")));
  }

  private void change(StandingChange change) {
    steps.add(
        new Step(
            List.of(unsaved), cite(change), List.of(),
            change.site() + " " + days(change.days()) + "：" + change.before().word() + words(change.causesBefore())
                + "，之后 " + change.after().word() + words(change.causesAfter())));
  }

  private Citation cite(StandingChange change) {
    Set<Cause> causes = new LinkedHashSet<>(change.causesAfter());
    causes.addAll(change.causesBefore());
    return causes.stream()
        .map(cause -> edition.cause(cause.word()).citation())
        .reduce((one, other) -> one.and(other))
        .orElseGet(() -> edition.terms().citation());
  }

  private static String words(Set<Cause> causes) {
    return causes.isEmpty() ? "" : causes.stream().map(Cause::word).toList().toString();
  }

  private void sanction(SanctionChange change) {
    steps.add(
        new Step(
            List.of(change.sanction(), unsaved).stream().distinct().toList(), edition.notice().citation(), List.of(),
            change.sanction() + "：" + says(change.before()) + "，之后 " + says(change.after())));
  }

  private void bar(BarChange change) {
    Exclusion after = change.after();
    if (after != null) {
      steps.addAll(after.steps());
    } else {
      steps.add(
          new Step(
              List.of(change.termination(), unsaved).stream().distinct().toList(), edition.bar().citation(), List.of(),
              change.termination() + "：没有禁入期"));
    }
  }

  private static String says(@Nullable Sanction sanction) {
    if (sanction == null) {
      return "没有";
    }
    return switch (sanction.status()) {
      case RUNS -> "自 " + sanction.first() + (sanction.last() == null ? "" : " 至 " + sanction.last());
      case NOT_SERVED -> "尚未送达";
      case PROVISIONAL -> "生效日依赖未公布的日历";
      case STAYED -> "因异议暂缓";
      case VOID -> "自始无效";
    };
  }

  private void choice(Choice choice) {
    Step ground = choice.ground().step(both.after().grounds().readings(choice.ground()));
    steps.add(ground);
    for (Choice.Term term : choice.terms()) {
      String unit = choice.terminates() ? " 年禁入" : " 个月";
      String says =
          term.refusal()
              .map(refusal -> "不予受理：" + refusal.why() + "；" + refusal.lawful())
              .orElseGet(() -> "自 " + says(term.first()) + "，末日 " + says(term.last()));
      steps.add(
          new Step(
              ground.facts(), choice.citation(), ground.readings(),
              (choice.force() == Force.MUST ? "应当" : "可以") + (choice.terminates() ? "解除，" : "暂停，")
                  + term.length() + unit + "，假定 " + found.assumed() + " 决定并送达：" + says));
    }
  }

  private static String says(@Nullable DayAnswer day) {
    return day == null ? "未定" : Counting.says(day);
  }

  private void next(Ladder.Rung rung) {
    steps.add(
        new Step(
            List.of(), rung.citation(), List.of(),
            "再扣 " + rung.missing() + " 分到 " + rung.from() + " 分：" + rung.rule().gloss()));
  }

  /** The steps of the comparison, then those of the state with the fact, then what only the other side rested on. */
  private Trail whole() {
    List<Step> sanctions =
        both.after().sanctions().all().stream().flatMap(sanction -> sanction.steps().stream()).toList();
    Trail whole =
        Trail.join(
            List.of(
                new Trail(steps),
                found.after().pointsTrail(),
                found.after().qualification().trail(),
                found.after().dutiesTrail(),
                both.after().sanctionTrail(sanctions)));
    Set<FactId> rest = new LinkedHashSet<>();
    rest.addAll(found.before().pointsTrail().facts());
    rest.addAll(found.before().qualification().trail().facts());
    rest.addAll(found.before().dutiesTrail().facts());
    rest.removeAll(whole.facts());
    return rest.isEmpty()
        ? whole
        : whole.plus(
            new Trail(
                List.of(
                    new Step(List.copyOf(rest), law.edition().points().citation(), List.of(), "记录之前的状态还查看了"))));
  }

  private static String days(LocalDateRange days) {
    return days.getStart() + (days.getEnd().equals(LocalDate.MAX) ? " 起" : " 至 " + days.getEnd().minusDays(1));
  }

  private Foresight with(Trail trail) {
    return new Foresight(
        found.unsaved(), found.site(), found.day(), found.judgment(), found.waitsFor(), found.rejudged(),
        found.before(), found.after(), found.changes(), found.elsewhere(), found.lines(), found.duties(),
        found.assumed(), found.effect(), found.choices(), found.sanctions(), found.bars(), found.ladderBefore(),
        found.ladderAfter(), trail);
  }
}
