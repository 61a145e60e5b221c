package cn.xingheng.core.foresight;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.ledger.Periods;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.PointsAccount;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.core.standing.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/**
 * 「阶梯」 The total of an account in one period, between the thresholds of the edition.
 *
 * @param period half-open
 * @param budget the points of a period, or null where the edition only adds up
 * @param rungs the thresholds, lowest first
 * @param streaks the rules on years running, as they stand in the period's first year
 */
public record Ladder(
    Account account,
    LocalDateRange period,
    int total,
    @Nullable Integer budget,
    List<Rung> rungs,
    List<Streak> streaks) {

  public Ladder {
    rungs = List.copyOf(rungs);
    streaks = List.copyOf(streaks);
  }

  /**
   * 「阶梯档」 A rule on a total.
   *
   * @param from the least total that meets it
   * @param total the total of the rule's own window
   */
  public record Rung(Rule rule, int from, int total) {

    /** Whether the total has come so far. */
    public boolean reached() {
      return total >= from;
    }

    /** The points still missing, 0 when none are. */
    public int missing() {
      return Math.max(0, from - total);
    }

    /** Whether it is a duty or left to discretion. */
    public Force force() {
      return rule.force();
    }

    /** What it brings. */
    public Consequence consequence() {
      return rule.consequence();
    }

    /** The articles. */
    public Citation citation() {
      return rule.citation();
    }
  }

  /**
   * 「连续年度」 A rule on years running, with the totals of the years it looks at, oldest first.
   *
   * @param atLeast the points that each year must have
   */
  public record Streak(Rule rule, int atLeast, List<YearTotal> years) {

    public Streak {
      years = List.copyOf(years);
    }

    /** The first year, before the last, that keeps the rule from applying, or empty when only the last decides. */
    public Optional<YearTotal> broken() {
      return years.subList(0, years.size() - 1).stream()
          .filter(year -> !year.inForce() || year.total() < atLeast)
          .findFirst();
    }

    /** The points that the last year is still short of. */
    public int missing() {
      return Math.max(0, atLeast - years.getLast().total());
    }
  }

  /**
   * 「年度合计」 The points of one calendar year.
   *
   * @param inForce whether the edition was in force in that year
   */
  public record YearTotal(int year, int total, boolean inForce) {}

  /** The ladder of a site's account in the period of a day, with the decisions up to that day. */
  public static Ladder reckon(Dossier dossier, InstitutionId site, LocalDate day) {
    return reckon(dossier, dossier.accountAt(site, day), day, day);
  }

  /**
   * The ladder of an account.
   *
   * @param within a day of the period asked about
   * @param asOf the last day whose decisions count
   */
  public static Ladder reckon(Dossier dossier, Account account, LocalDate within, LocalDate asOf) {
    Edition edition = dossier.law().edition();
    PointsAccount points = edition.points();
    LocalDateRange period = dossier.periods().of(points.window(), account, within);
    List<Rung> rungs = new ArrayList<>();
    List<Streak> streaks = new ArrayList<>();
    for (Rule rule : edition.rules()) {
      switch (rule.trigger()) {
        case Trigger.EachDeduction() -> { }
        case Trigger.AtOnce(int atOnce) -> { }
        case Trigger.Total(var window, var band) -> rungs.add(new Rung(
            rule, band.from(), total(dossier, account, dossier.periods().of(window, account, within), asOf)));
        case Trigger.Streak(int years, int atLeast) -> streaks.add(
            new Streak(rule, atLeast, years(dossier, account, period.getStart().getYear(), years, asOf)));
      }
    }
    rungs.sort(Comparator.comparingInt(Rung::from));
    return new Ladder(account, period, total(dossier, account, period, asOf), points.budget(), rungs, streaks);
  }

  private static List<YearTotal> years(Dossier dossier, Account account, int last, int count, LocalDate asOf) {
    int since = dossier.law().edition().inForce().from().getYear();
    List<YearTotal> totals = new ArrayList<>();
    for (int year = last - count + 1; year <= last; year++) {
      int total = total(dossier, account, Periods.calendarYear(year), asOf);
      totals.add(new YearTotal(year, total, year >= since));
    }
    return totals;
  }

  private static int total(Dossier dossier, Account account, LocalDateRange period, LocalDate asOf) {
    return Ledger.total(dossier.ledger().counting(account, period, asOf));
  }

  /** What is left of the budget, never below 0, or empty where there is none. */
  public Optional<Integer> remaining() {
    return budget == null ? Optional.empty() : Optional.of(Math.max(0, budget - total));
  }

  /** The threshold that is nearest above the total, or empty when all are reached. */
  public Optional<Rung> next() {
    return rungs.stream().filter(rung -> !rung.reached()).min(Comparator.comparingInt(Rung::missing));
  }
}
