package cn.xingheng.server.demo;

import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.ReviewFact.ResumptionAnswered;
import cn.xingheng.core.facts.ReviewFact.ResumptionAsked;
import cn.xingheng.core.sanction.Sanction;
import java.time.LocalDate;
import java.util.Optional;

/** Stories of suspensions whose last day is over, where they end only on application and approval. */
final class ReviewStories {

  private ReviewStories() {}

  /** Over, applied for in time, not answered. */
  static boolean pending(Tale tale) {
    return over(tale, tale.chance().between(1, 12)).map(last -> asked(tale, last)).isPresent();
  }

  /** Over, and nobody has applied. */
  static boolean notApplied(Tale tale) {
    return over(tale, tale.chance().between(5, 45)).isPresent();
  }

  /** Over, applied for, and refused. */
  static boolean refused(Tale tale) {
    Optional<LocalDate> last = over(tale, tale.chance().between(15, 60));
    last.ifPresent(day -> answered(tale, asked(tale, day), day, false));
    return last.isPresent();
  }

  /** Over, applied for, approved: effective again. */
  static boolean resumed(Tale tale) {
    Optional<LocalDate> last = over(tale, tale.chance().between(20, 600));
    last.ifPresent(day -> answered(tale, asked(tale, day), day, true));
    return last.isPresent();
  }

  /** A suspension whose last day was about so many days ago; its last day. */
  private static Optional<LocalDate> over(Tale tale, int daysAgo) {
    tale.sign(tale.today());
    Scale.Step step = tale.scale().suspension();
    int months = SanctionStories.length(tale, step.length());
    LocalDate effect = tale.today().minusDays(daysAgo - 1L).minusMonths(months);
    Suspended decision = SanctionStories.suspension(tale, step, months, effect).orElse(null);
    return decision == null ? Optional.empty() : tale.sanction(decision).map(Sanction::last);
  }

  private static ResumptionAsked asked(Tale tale, LocalDate last) {
    LocalDate on = tale.working(last.minusDays(tale.chance().between(1, 7)));
    return tale.note(new ResumptionAsked(tale.head("r", on), tale.person(), null, on));
  }

  private static void answered(Tale tale, ResumptionAsked asked, LocalDate last, boolean granted) {
    LocalDate on = tale.working(last.plusDays(tale.chance().between(3, 6)));
    tale.note(new ResumptionAnswered(
        tale.head("w", on), tale.person(), asked.id(), granted, tale.soon(on, tale.chance().between(0, 3))));
  }
}
