package cn.xingheng.core.foresight;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.DutyRule;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.core.sanction.Ground;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Duties;
import cn.xingheng.core.standing.DutyState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/**
 * 「已生义务」 One duty that has arisen, with the ground it arose from.
 *
 * @param ground the rule on points that brought it, or null when a decision or a measure did
 */
record Arisen(DutyState state, @Nullable Ground ground) {

  /** What makes two duties the same one, whatever has been counted or done since. */
  record Key(
      Duty duty, Account account, @Nullable FactId about, @Nullable String rule, @Nullable LocalDateRange period) {}

  /** Every duty that has arisen by a day, each once. */
  static SequencedMap<Key, Arisen> reckon(Dossier dossier, LocalDate day) {
    List<Ground> left = new ArrayList<>(dossier.grounds().reckon(day));
    SequencedMap<Key, Arisen> found = new LinkedHashMap<>();
    for (DutyState state : Duties.reckon(dossier, day)) {
      Arisen arisen = new Arisen(state, state.about() == null ? take(left, state) : null);
      found.merge(arisen.key(), arisen, (one, other) -> one.due() ? one : other);
    }
    return found;
  }

  private static @Nullable Ground take(List<Ground> left, DutyState state) {
    for (Ground ground : left) {
      if (ground.account().equals(state.account()) && duty(ground.rule()) == state.duty()
          && since(ground, state.duty()).equals(state.since())) {
        left.remove(ground);
        return ground;
      }
    }
    return null;
  }

  private static Duty duty(Rule rule) {
    return switch (rule.consequence()) {
      case Consequence.Interview() -> Duty.INTERVIEW;
      case Consequence.Suspend(var months) ->
          rule.force() == Force.MUST ? Duty.SUSPEND : Duty.CONSIDER_SUSPENSION;
      case Consequence.Terminate(var years) -> Duty.TERMINATE;
    };
  }

  private static LocalDate since(Ground ground, Duty duty) {
    return duty != Duty.INTERVIEW && ground.rule().force() == Force.MAY ? ground.newest() : ground.reached();
  }

  private Key key() {
    return ground == null
        ? new Key(state.duty(), state.account(), state.about(), null, null)
        : new Key(state.duty(), state.account(), about(), ground.rule().id(), ground.period());
  }

  /** What it is about: a decision or measure, a single deduction, or null for a total. */
  @Nullable FactId about() {
    if (ground == null) {
      return state.about();
    }
    return switch (ground.rule().trigger()) {
      case Trigger.EachDeduction each -> ground.entries().getFirst().fact().id();
      case Trigger.AtOnce atOnce -> ground.entries().getFirst().fact().id();
      case Trigger.Total total -> null;
      case Trigger.Streak streak -> null;
    };
  }

  boolean due() {
    return state.due();
  }

  Force force() {
    return ground == null ? Force.MUST : ground.rule().force();
  }

  Citation citation() {
    return ground == null ? state.steps().getFirst().citation() : ground.rule().citation();
  }

  String gloss(Edition edition) {
    if (ground != null) {
      return ground.rule().gloss();
    }
    Step brought = state.steps().getFirst();
    return edition.duties().stream()
        .filter(rule -> rule.duty() == state.duty() && rule.citation().equals(brought.citation()))
        .map(DutyRule::gloss)
        .findFirst()
        .orElse(brought.says());
  }

  /** What has done it: the service of the decision itself, or what the last of its steps names; else nothing. */
  List<FactId> done(Dossier dossier, LocalDate day) {
    FactId about = state.about();
    if (state.due()) {
      return List.of();
    }
    boolean onPoints = ground != null && state.duty() != Duty.INTERVIEW;
    boolean idle = onPoints && !dossier.agreedWith(state.account(), day);
    if (state.steps().size() > (idle ? 2 : 1)) {
      return state.steps().getLast().facts();
    }
    return state.duty() == Duty.NOTICE && about != null ? List.of(about) : List.of();
  }
}
