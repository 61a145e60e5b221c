package cn.xingheng.core.sanction;

import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.ledger.Periods;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.core.rulebook.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeten.extra.LocalDateRange;

/** 「处理依据一览」 Which rules an account meets on a day: the general rule and the exceptions that go before it. */
public final class Grounds {

  private final Law law;
  private final Ledger ledger;
  private final Periods periods;

  public Grounds(Law law, Ledger ledger, Periods periods) {
    this.law = law;
    this.ledger = ledger;
    this.periods = periods;
  }

  /** Every rule that an account meets with the decisions up to the day, newest period first. */
  public List<Ground> reckon(LocalDate asOf) {
    List<Ground> met = new ArrayList<>();
    for (Account account : ledger.accounts()) {
      met.addAll(reckon(account, asOf));
    }
    return met;
  }

  private List<Ground> reckon(Account account, LocalDate asOf) {
    List<Ground> met = new ArrayList<>();
    List<Entry> counted = ledger.counting(account, asOf);
    for (Rule rule : law.edition().rules()) {
      met.addAll(meeting(rule, rule.trigger(), account, counted));
    }
    List<Ground> left = new ArrayList<>(met);
    left.removeIf(ground -> met.stream().anyMatch(other -> goesBefore(other, ground)));
    left.sort(Comparator.comparing((Ground ground) -> ground.period().getStart()).reversed());
    return left;
  }

  /** Rules met by more than they ask for: the total has grown beyond their band, or another rule goes before them. */
  public List<Ground> outgrown(LocalDate asOf) {
    List<Ground> met = new ArrayList<>();
    for (Account account : ledger.accounts()) {
      List<Entry> counted = ledger.counting(account, asOf);
      for (Rule rule : law.edition().rules()) {
        if (rule.trigger() instanceof Trigger.Total total) {
          met.addAll(bands(rule, total.window(), total.band().from(), Integer.MAX_VALUE, account, counted));
        }
      }
    }
    return met;
  }

  private static boolean goesBefore(Ground one, Ground other) {
    return one.rule().over().contains(other.rule().id()) && one.period().overlaps(other.period());
  }

  private List<Ground> meeting(Rule rule, Trigger trigger, Account account, List<Entry> counted) {
    return switch (trigger) {
      case Trigger.EachDeduction() -> counted.stream()
          .map(entry -> new Ground(rule, account, year(account, entry), List.of(entry), entry.on()))
          .toList();
      case Trigger.Total(var window, var band) -> bands(
          rule, window, band.from(), band.through() == null ? Integer.MAX_VALUE : band.through(), account, counted);
      case Trigger.AtOnce(int points) -> atOnce(rule, points, account, counted);
      case Trigger.Streak(int years, int atLeast) -> streaks(rule, years, atLeast, account, counted);
    };
  }

  private List<Ground> bands(
      Rule rule, Window window, int least, int most, Account account, List<Entry> counted) {
    Map<LocalDateRange, List<Entry>> byPeriod = new LinkedHashMap<>();
    for (Entry entry : counted) {
      byPeriod.computeIfAbsent(periods.of(window, account, entry.day()), period -> new ArrayList<>()).add(entry);
    }
    List<Ground> met = new ArrayList<>();
    byPeriod.forEach(
        (period, entries) -> {
          int total = Ledger.total(entries);
          if (total >= least && total <= most) {
            met.add(new Ground(rule, account, period, entries, Ledger.reached(entries, least)));
          }
        });
    return met;
  }

  private List<Ground> atOnce(Rule rule, int points, Account account, List<Entry> counted) {
    boolean byDocument = law.reads(ReadingKey.AT_ONCE, "decision");
    Map<String, List<Entry>> together = new LinkedHashMap<>();
    for (Entry entry : counted) {
      String unit = byDocument ? entry.fact().document() : "=" + entry.fact().id();
      together.computeIfAbsent(unit, key -> new ArrayList<>()).add(entry);
    }
    return together.values().stream()
        .filter(
            entries -> (byDocument ? Ledger.total(entries) : entries.getFirst().item().points()) >= points)
        .map(
            entries ->
                new Ground(rule, account, year(account, entries.getLast()), entries, entries.getLast().on()))
        .toList();
  }

  private List<Ground> streaks(Rule rule, int years, int atLeast, Account account, List<Entry> counted) {
    Map<Integer, List<Entry>> byYear = new HashMap<>();
    counted.forEach(
        entry -> byYear.computeIfAbsent(entry.day().getYear(), year -> new ArrayList<>()).add(entry));
    List<Ground> met = new ArrayList<>();
    for (int last : byYear.keySet().stream().sorted().toList()) {
      streak(byYear, last, years, atLeast)
          .ifPresent(
              entries ->
                  met.add(
                      new Ground(
                          rule,
                          account,
                          Periods.calendarYear(last),
                          entries,
                          reached(byYear, last, years, atLeast))));
    }
    return met;
  }

  private static LocalDate reached(Map<Integer, List<Entry>> byYear, int last, int years, int atLeast) {
    LocalDate reached = LocalDate.MIN;
    for (int year = last - years + 1; year <= last; year++) {
      LocalDate day = Ledger.reached(byYear.getOrDefault(year, List.of()), atLeast);
      reached = day.isAfter(reached) ? day : reached;
    }
    return reached;
  }

  private Optional<List<Entry>> streak(Map<Integer, List<Entry>> byYear, int last, int years, int atLeast) {
    List<Entry> all = new ArrayList<>();
    for (int year = last - years + 1; year <= last; year++) {
      List<Entry> entries = byYear.getOrDefault(year, List.of());
      if (year < law.edition().inForce().from().getYear() || Ledger.total(entries) < atLeast) {
        return Optional.empty();
      }
      all.addAll(entries);
    }
    return Optional.of(all);
  }

  private LocalDateRange year(Account account, Entry entry) {
    return periods.of(Window.YEAR, account, entry.day());
  }

  /** The readings behind a ground, as they are named in trails. */
  public List<String> readings(Ground ground) {
    List<ReadingKey> keys =
        new ArrayList<>(List.of(ReadingKey.POINTS_YEAR, ReadingKey.YEAR, ReadingKey.SAME_INCIDENT));
    switch (ground.rule().trigger()) {
      case Trigger.EachDeduction() -> { }
      case Trigger.Total total -> keys.add(ReadingKey.TIER_CROSSING);
      case Trigger.AtOnce atOnce -> keys.add(ReadingKey.AT_ONCE);
      case Trigger.Streak streak -> keys.add(ReadingKey.STREAK);
    }
    if (ground.rule().force() == Force.MAY) {
      keys.add(ReadingKey.MAY_TIER);
    }
    return law.edition().label(keys.toArray(ReadingKey[]::new));
  }
}
