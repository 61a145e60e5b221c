package cn.xingheng.core.institution;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Share;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.rulebook.DutyRule;
import cn.xingheng.core.rulebook.InstitutionTier;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * 「机构后果」 What an institution has reached in the calendar year of a day, and whether a consequence is still to be
 * decided.
 *
 * @param points points for acts at the institution that count in the year
 * @param endedShare the share of its physicians whose agreement was terminated in the year
 * @param tier the highest tier reached on the day, or empty
 * @param due whether a tier reached by the day still waits for a decision
 */
public record Consequence(int points, Share endedShare, Optional<InstitutionTier> tier, boolean due, Trail trail) {

  /** The consequence for an institution on a day. */
  public static Consequence reckon(Law law, Roll roll, LocalDate day) {
    List<Step> steps = new ArrayList<>();
    Roll.Counted counted = roll.counting().on(day);
    Roster roster = roll.roster().on(day);
    Share share = roster.share(law);
    steps.add(
        new Step(
            counted.facts(),
            law.edition().citation(ReadingKey.INSTITUTION_POINTS),
            law.edition().label(ReadingKey.INSTITUTION_POINTS, ReadingKey.POINTS_YEAR),
            "本机构年内 " + counted.points() + " 分"));
    steps.add(
        new Step(
            roster.facts(), law.edition().citation(ReadingKey.SHARE),
            law.edition().label(ReadingKey.SHARE), "年内被解除的占比 " + share));
    Optional<InstitutionTier> tier = tier(law, counted.points(), share);
    tier.ifPresent(t -> steps.add(new Step(List.of(), t.citation(), List.of(), t.id() + "：" + t.gloss())));
    List<LocalDate> open = open(law, roll, day, steps);
    return new Consequence(counted.points(), share, tier, !open.isEmpty(), new Trail(steps));
  }

  private static Optional<InstitutionTier> tier(Law law, int points, Share share) {
    return law.edition().institutionTiers().stream()
        .filter(tier -> points >= tier.points() || share.compareTo(tier.share()) >= 0)
        .reduce((lower, higher) -> higher);
  }

  /** The lowest tier above the one reached, or empty at the top and where the edition has none. */
  public Optional<InstitutionTier> next(Law law) {
    List<InstitutionTier> tiers = law.edition().institutionTiers();
    int reached = tier.map(tiers::indexOf).orElse(-1);
    return reached + 1 < tiers.size() ? Optional.of(tiers.get(reached + 1)) : Optional.empty();
  }

  /** The rule by which an institution that reached a tier waits for a decision, or empty where there is none. */
  public static Optional<DutyRule> duty(Law law) {
    return law.edition().duties().stream().filter(each -> each.duty() == Duty.INSTITUTION_CONSEQUENCE).findFirst();
  }

  /** The days on which a new tier was reached and no decision has followed by the day asked about. */
  private static List<LocalDate> open(Law law, Roll roll, LocalDate day, List<Step> steps) {
    boolean asked =
        law.edition().duties().stream().anyMatch(rule -> rule.on().contains(DutyRule.Event.INSTITUTION_TIER));
    List<LocalDate> open = new ArrayList<>();
    if (!asked) {
      return open;
    }
    int year = Integer.MIN_VALUE;
    int reached = -1;
    for (LocalDate each : days(roll, day)) {
      if (each.getYear() != year) {
        year = each.getYear();
        reached = -1;
      }
      int rank =
          tier(law, roll.counting().on(each).points(), roll.roster().on(each).share(law))
              .map(tier -> law.edition().institutionTiers().indexOf(tier))
              .orElse(-1);
      if (rank > reached) {
        reached = rank;
        decide(law, roll, each, day, open, steps);
      }
    }
    return open;
  }

  private static void decide(
      Law law, Roll roll, LocalDate reached, LocalDate day, List<LocalDate> open, List<Step> steps) {
    List<FactId> done =
        roll.decisions().stream()
            .filter(decision -> !decision.day().isBefore(reached) && !decision.day().isAfter(day))
            .map(Roll.Decision::fact)
            .toList();
    if (done.isEmpty()) {
      open.add(reached);
    }
    List<FactId> facts = new ArrayList<>(roll.counting().on(reached).facts());
    facts.addAll(done);
    DutyRule rule = duty(law).orElseThrow();
    steps.add(
        new Step(facts, rule.citation(), List.of(), reached + " 达到档次，" + (done.isEmpty() ? "尚待处理" : "已处理")));
  }

  private static SequencedSet<LocalDate> days(Roll roll, LocalDate day) {
    TreeSet<LocalDate> days = new TreeSet<>(roll.days());
    days.add(day);
    days.removeIf(each -> each.isAfter(day));
    return days;
  }
}
