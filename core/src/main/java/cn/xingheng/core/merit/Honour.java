package cn.xingheng.core.merit;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.calendar.Spans;
import cn.xingheng.core.facts.MeritFact.Honoured;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.rulebook.HonourTerm;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.standing.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 「优秀医师荣誉」 Whether a physician's award holds on a day (L25).
 *
 * @param through its last day, or null when it has no limit or there is none
 */
public record Honour(Status status, @Nullable LocalDate through, Trail trail) {

  /** 「荣誉状态」 Whether it holds. */
  public enum Status {
    VALID,
    CANCELLED,
    NONE;

    /** The word in case files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The honour on a day: the newest award that has not run out; cancelled by a standing deduction, decided by the day,
   * whose act ended within its term.
   */
  public static Honour reckon(Dossier dossier, LocalDate day) {
    List<Step> steps = new ArrayList<>();
    HonourTerm rule = dossier.law().edition().honour();
    Optional<Honoured> newest =
        dossier.known().all(Honoured.class).stream()
            .filter(award -> !award.on().isAfter(day))
            .max(Comparator.comparing(Honoured::on).thenComparing(Honoured::id));
    if (newest.isEmpty()) {
      return new Honour(Status.NONE, null, dossier.honourTrail(List.of(), day));
    }
    Honoured award = newest.get();
    if (rule == null) {
      steps.add(
          new Step(
              List.of(award.id()), dossier.law().edition().inForce().citation(), List.of(),
              "授予 " + award.on() + "，规则未定期限"));
      return new Honour(Status.VALID, null, dossier.honourTrail(steps, day));
    }
    LocalDate last = Spans.lastDayOfMonths(award.on(), rule.months());
    steps.add(
        new Step(List.of(award.id()), rule.citation(), dossier.law().edition().label(ReadingKey.HONOUR),
            "授予 " + award.on() + "，" + rule.months() + " 个月，至 " + last));
    List<FactId> cancelling =
        dossier.ledger().entries().stream()
            .filter(entry -> !entry.on().isAfter(day) && inside(entry, award.on(), last))
            .map(entry -> entry.fact().id())
            .toList();
    if (!cancelling.isEmpty()) {
      steps.add(new Step(cancelling, rule.citation(), List.of(), "期内有违规行为，取消"));
    }
    Status status =
        last.isBefore(day) ? Status.NONE : cancelling.isEmpty() ? Status.VALID : Status.CANCELLED;
    return new Honour(status, status == Status.NONE ? null : last, dossier.honourTrail(steps, day));
  }

  private static boolean inside(Entry entry, LocalDate first, LocalDate last) {
    LocalDate act = entry.fact().actThrough();
    return !act.isBefore(first) && !act.isAfter(last);
  }
}
