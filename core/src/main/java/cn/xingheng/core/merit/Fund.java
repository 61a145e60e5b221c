package cn.xingheng.core.merit;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.basics.Refusal.Word;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.MeritFact.Penalty;
import cn.xingheng.core.facts.MeritFact.Reward;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.facts.RevisionFact.Withdrawn;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.FundCeiling;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.standing.Judgment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 「责任医师奖励金」 Penalties collected, rewards paid, and the ceiling between them, year by year (L26). */
public final class Fund {

  private final Law law;
  private final List<Fact> accepted = new ArrayList<>();
  private final Map<FactId, Judgment> judgments = new LinkedHashMap<>();

  private Fund(Law law) {
    this.law = law;
  }

  /** 「奖励金余额」 What may be spent in the year of a day, and what is left of it. */
  public record Balance(Money ceiling, Money left, Trail trail) {}

  /** The fund of these facts: penalties, rewards, and their revisions; others are passed over. */
  public static Fund reckon(Law law, Collection<? extends Fact> facts) {
    Fund fund = new Fund(law);
    for (Fact fact : facts.stream().sorted(Fact.ORDER).toList()) {
      fund.take(fact);
    }
    return fund;
  }

  private void take(Fact fact) {
    Optional<Refusal> refusal = Optional.empty();
    if (fact instanceof Reward reward) {
      refusal = refusal(reward);
    }
    judgments.put(fact.id(), refusal.<Judgment>map(Judgment.Refused::new).orElseGet(Judgment.Accepted::new));
    if (refusal.isEmpty()) {
      accepted.add(fact);
    }
  }

  private Optional<Refusal> refusal(Reward reward) {
    Edition edition = law.edition();
    FundCeiling rule = edition.fund();
    if (rule == null) {
      return Optional.of(
          new Refusal(Word.NO_EDITION, edition.inForce().citation(), edition.id() + " 没有奖励金", "按其他规定列支", List.of()));
    }
    Balance balance = balance(reward.on(), reward.recorded()).orElseThrow();
    return reward.amount().compareTo(balance.left()) <= 0
        ? Optional.empty()
        : Optional.of(
            new Refusal(Word.OVER_CEILING, rule.citation(),
                "支出 " + reward.amount().yuan() + " 元，年内尚余 " + balance.left().yuan() + " 元",
                "不超过 " + balance.left().yuan() + " 元", List.copyOf(balance.trail().facts())));
  }

  /** What was made of each fact. */
  public Map<FactId, Judgment> judgments() {
    return judgments;
  }

  /** The balance of the year up to a day, with what was known at the end of another, or empty when there is no fund. */
  public Optional<Balance> balance(LocalDate day, LocalDate knownAt) {
    FundCeiling rule = law.edition().fund();
    if (rule == null) {
      return Optional.empty();
    }
    Money collected = Money.ZERO;
    Money paid = Money.ZERO;
    List<FactId> facts = new ArrayList<>();
    for (Fact fact : standing(knownAt)) {
      if (fact.on().getYear() != day.getYear() || fact.on().isAfter(day)) {
        continue;
      }
      if (fact instanceof Penalty penalty) {
        collected = collected.plus(penalty.amount());
        facts.add(fact.id());
      } else if (fact instanceof Reward reward) {
        paid = paid.plus(reward.amount());
        facts.add(fact.id());
      }
    }
    Money ceiling = collected.percentRoundedDown(rule.percent());
    Money floor = ceiling.compareTo(Money.ZERO) < 0 ? Money.ZERO : ceiling;
    Step step =
        new Step(facts, rule.citation(), law.edition().label(ReadingKey.FUND),
            "年内收取 " + collected.yuan() + " 元，其 " + rule.percent() + "% 为 " + floor.yuan() + " 元，已支出 " + paid.yuan()
                + " 元");
    return Optional.of(new Balance(floor, floor.minus(paid), new Trail(List.of(step))));
  }

  private List<Fact> standing(LocalDate knownAt) {
    Map<FactId, Fact> standing = new LinkedHashMap<>();
    for (Fact fact : accepted) {
      if (fact.recorded().isAfter(knownAt)) {
        continue;
      }
      switch (fact) {
        case Withdrawn withdrawn -> standing.remove(withdrawn.of());
        case Corrected corrected -> standing.replace(corrected.of(), corrected.as());
        case Fact other -> standing.put(other.id(), other);
      }
    }
    return List.copyOf(standing.values());
  }
}
