package cn.xingheng.core.standing;

import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Steps;
import cn.xingheng.core.facts.MeasureFact.MeasureKind;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.Resumption;
import cn.xingheng.core.sanction.Review;
import cn.xingheng.core.sanction.Sanction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import cn.xingheng.core.agreement.Course;
import org.threeten.extra.LocalDateRange;

/** 「停止事由归集」 Every dated cause that stops settlement: suspensions, measures, and what follows their last day. */
final class Holds {

  private Holds() {}

  static List<Hold> reckon(Dossier dossier) {
    List<Hold> holds = new ArrayList<>();
    for (Sanction sanction : dossier.sanctions().all()) {
      if (!sanction.terminates() && sanction.runs()) {
        suspension(dossier, sanction, holds);
      }
    }
    for (Outside measure : dossier.measures()) {
      measure(dossier, measure, holds);
    }
    return holds;
  }

  private static void suspension(Dossier dossier, Sanction sanction, List<Hold> holds) {
    LocalDate last = Objects.requireNonNull(sanction.last());
    LocalDateRange days = sanction.days();
    Predicate<Course> site = course -> sanction.actsOn(course.region());
    List<Step> steps = Steps.plus(sanction.steps(), () -> resumes(dossier, sanction));
    holds.add(new Hold(Cause.POINTS, sanction.id(), days, site, LocalDate.MAX, steps));
    dossier.reviews().find(sanction.id()).ifPresent(review -> stages(dossier.law(), review, site, last, steps, holds));
  }

  /** That it resumed by itself, unless another sanction took its place before. */
  private static List<Step> resumes(Dossier dossier, Sanction sanction) {
    Law law = dossier.law();
    boolean swallowed =
        dossier.sanctions().all().stream()
            .anyMatch(
                other ->
                    sanction.shaping().contains(other.id())
                        && other.runs()
                        && other.days().getStart().equals(sanction.days().getEnd()));
    return !swallowed && law.edition().resumption() instanceof Resumption.Automatic automatic
        ? List.of(
            new Step(
                List.of(sanction.id()), automatic.citation(), law.edition().label(ReadingKey.RESUME),
                sanction.last() + " 期满，" + automatic.gloss()))
        : List.of();
  }

  private static void measure(Dossier dossier, Outside measure, List<Hold> holds) {
    LocalDateRange days = measure.days();
    if (days.isEmpty()) {
      return;
    }
    Predicate<Course> site =
        course -> measure.fact().at() == null || measure.fact().at().equals(course.at());
    boolean cancelled = measure.fact().measure() == MeasureKind.REGISTRATION_CANCELLED;
    Step step =
        new Step(
            measure.facts(),
            measure.rule().citation(),
            cancelled
                ? dossier.law().edition().label(ReadingKey.EXTERNAL_MEASURE, ReadingKey.REGISTRATION_CANCELLED)
                : dossier.law().edition().label(ReadingKey.EXTERNAL_MEASURE),
            "自 " + days.getStart() + (days.isUnboundedEnd() ? " 起" : " 至 " + days.getEndInclusive())
                + "：" + measure.rule().gloss());
    holds.add(new Hold(measure.cause(), measure.fact().id(), days, site, LocalDate.MAX, List.of(step)));
    dossier
        .reviews()
        .find(measure.fact().id())
        .ifPresent(
            review ->
                stages(dossier.law(), review, site, days.getEnd().minusDays(1), List.of(step), holds));
  }

  private static void stages(
      Law law, Review review, Predicate<Course> site, LocalDate last, List<Step> before, List<Hold> holds) {
    for (Review.Segment segment : review.segments()) {
      Cause cause = cause(segment.state());
      List<Step> steps =
          Steps.plus(
              before,
              () ->
                  List.of(
                      new Step(
                          review.facts(),
                          law.edition().resumption().citation(),
                          law.edition().label(ReadingKey.RESUME, ReadingKey.NO_APPLICATION, ReadingKey.RESUME_WINDOW),
                          "自 " + segment.days().getStart() + "：" + law.edition().cause(cause.word()).gloss())));
      holds.add(new Hold(cause, review.of(), segment.days(), site, last, steps));
    }
  }

  private static Cause cause(Review.State state) {
    return switch (state) {
      case NOT_APPLIED -> Cause.NOT_APPLIED;
      case PENDING -> Cause.PENDING_REVIEW;
      case REFUSED -> Cause.RESUMPTION_REFUSED;
    };
  }
}
