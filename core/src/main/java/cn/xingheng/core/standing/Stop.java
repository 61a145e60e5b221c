package cn.xingheng.core.standing;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.rulebook.Clause;
import cn.xingheng.core.sanction.Exclusion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.threeten.extra.LocalDateRange;

/**
 * 「停止结算事由」 One dated cause that stops settlement at a site, with what it comes from: causes run beside each other,
 * and one that is lifted leaves the others.
 *
 * @param of the decision, measure or institution's stop it comes from; of an agreement's end, the agreement
 * @param days the last may have no end
 * @param steps why, put into words when looked at
 */
public record Stop(Cause cause, FactId of, LocalDateRange days, List<Step> steps) {

  /** In order of their first day, then of precedence. */
  private static final Comparator<Stop> ORDER =
      Comparator.comparing((Stop stop) -> stop.days.getStart()).thenComparing(Stop::cause);

  /** Every cause that ever stops settlement at a site: holds, institution's stops, the end of agreements, bars. */
  public static List<Stop> reckon(Dossier dossier, InstitutionId site) {
    Set<Stop> stops = new LinkedHashSet<>();
    for (Course course : dossier.courses()) {
      if (course.at().equals(site)) {
        held(dossier, course, course.days(), stops);
        halted(dossier, site, course.days(), stops);
        ended(dossier, course, stops);
      }
    }
    for (Visit visit : dossier.visits()) {
      if (visit.fact().at().equals(site)) {
        dossier.courses().stream().filter(course -> course.at().equals(visit.fact().home()))
            .forEach(course -> held(dossier, course, visit.days(), stops));
        halted(dossier, site, visit.days(), stops);
      }
    }
    for (Exclusion bar : dossier.exclusions()) {
      if (bar.bars(dossier.register().region(site))) {
        stops.add(new Stop(Cause.BARRED, bar.of().id(), bar.days(), bar.steps()));
      }
    }
    return stops.stream().sorted(ORDER).toList();
  }

  private static void held(Dossier dossier, Course course, LocalDateRange within, Set<Stop> stops) {
    for (Hold hold : dossier.holds()) {
      if (hold.covers(course) && hold.days().overlaps(within)) {
        stops.add(new Stop(hold.cause(), hold.of(), hold.days(), hold.steps()));
      }
    }
  }

  private static void halted(Dossier dossier, InstitutionId site, LocalDateRange within, Set<Stop> stops) {
    Clause clause = dossier.law().edition().cause(Cause.INSTITUTION.word());
    dossier.register().institution(site).halts().stream()
        .filter(halt -> halt.days().overlaps(within))
        .forEach(
            halt ->
                stops.add(
                    new Stop(
                        Cause.INSTITUTION, halt.facts().getFirst(), halt.days(),
                        List.of(new Step(halt.facts(), clause.citation(), List.of(), clause.gloss())))));
  }

  private static void ended(Dossier dossier, Course course, Set<Stop> stops) {
    if (course.ending() == null) {
      return;
    }
    Qualifications.causes(course).stream().filter(cause -> cause != Cause.BARRED).forEach(
        cause -> {
          Clause clause = dossier.law().edition().cause(cause.word());
          stops.add(
              new Stop(
                  cause, course.signed().id(), LocalDateRange.ofUnboundedEnd(course.ending().day()),
                  List.of(new Step(course.ending().facts(), clause.citation(), List.of(), clause.gloss()))));
        });
  }
}
