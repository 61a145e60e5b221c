package cn.xingheng.core.standing;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.agreement.Ending;
import cn.xingheng.core.agreement.Ending.Kind;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.DecisionFact.BarExtended;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.rulebook.Resumption;
import cn.xingheng.core.sanction.ApplicationWindow;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Ground;
import cn.xingheng.core.sanction.Review;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.sanction.Sanctions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 「折叠」 Folds sanctions, bars, measures and reviews into the agreements: who ends what, and who blocks which renewal.
 *
 * <p>Bars are taken in order of effect, for a bar of the whole province blocks the renewals that come after it.
 */
record Folding(List<Course> courses, List<Exclusion> exclusions) {

  static Folding reckon(Dossier dossier, Enrolments enrolments) {
    List<Sanction> terminations =
        dossier.sanctions().all().stream()
            .filter(sanction -> sanction.terminates() && sanction.runs())
            .sorted(Comparator.comparing(Sanction::first).thenComparing(Sanction::id))
            .toList();
    List<Exclusion> exclusions = new ArrayList<>();
    List<Course> courses = courses(dossier, enrolments, exclusions);
    for (Sanction termination : terminations) {
      exclusions.add(exclusion(dossier, termination, courses));
      courses = courses(dossier, enrolments, exclusions);
    }
    return new Folding(courses, List.copyOf(exclusions));
  }

  private static List<Course> courses(Dossier dossier, Enrolments enrolments, List<Exclusion> exclusions) {
    return enrolments.courses(
        agreement -> cuts(dossier, agreement),
        agreement -> last -> block(dossier, agreement, exclusions, last),
        settled(dossier, exclusions));
  }

  private static Exclusion exclusion(Dossier dossier, Sanction termination, List<Course> courses) {
    LocalDate effect = Objects.requireNonNull(termination.first());
    Optional<LocalDate> termEnd =
        courses.stream()
            .filter(course -> termination.actsOn(course.region()))
            .filter(course -> ended(course, termination.id()))
            .map(course -> course.termOn(effect))
            .filter(term -> !term.isUnboundedEnd())
            .map(term -> term.getEndInclusive())
            .max(Comparator.naturalOrder());
    List<BarExtended> extensions =
        dossier.known().all(BarExtended.class).stream()
            .filter(extension -> extension.of().equals(termination.id()))
            .filter(extension -> !servedLater(extension, dossier.knownAt()))
            .toList();
    return Exclusion.reckon(dossier.law(), termination, extensions, termEnd);
  }

  private static boolean servedLater(BarExtended extension, LocalDate knownAt) {
    return extension.served().knownAt(knownAt).both().isEmpty();
  }

  private static boolean ended(Course course, FactId termination) {
    return course.ending() != null && course.ending().facts().contains(termination);
  }

  /** What sanctions and measures end an agreement, and when. */
  private static List<Ending> cuts(Dossier dossier, Signed agreement) {
    RegionId region = dossier.register().region(agreement.at());
    List<Ending> cuts = new ArrayList<>();
    for (Sanction sanction : dossier.sanctions().all()) {
      if (sanction.terminates() && sanction.runs() && sanction.actsOn(region)) {
        cuts.add(
            new Ending(
                Objects.requireNonNull(sanction.first()),
                Set.of(Kind.TERMINATED),
                List.of(sanction.id()),
                Objects.requireNonNull(sanction.basis()).citation()));
      }
    }
    for (Outside measure : dossier.measures()) {
      if (measure.rule().ends()) {
        cuts.add(
            new Ending(
                measure.days().getStart(), Set.of(Kind.REGISTRATION_CANCELLED), measure.facts(),
                measure.rule().citation()));
      }
    }
    return cuts;
  }

  /** What keeps an agreement from renewing after this last day of a term (R2, R3.2d). */
  private static Optional<Ending> block(
      Dossier dossier, Signed agreement, List<Exclusion> exclusions, LocalDate lastDay) {
    LocalDate next = lastDay.plusDays(1);
    for (Exclusion exclusion : exclusions) {
      if (exclusion.province() && exclusion.days().contains(next)) {
        List<FactId> facts = new ArrayList<>(exclusion.facts());
        facts.add(agreement.id());
        return Optional.of(
            new Ending(next, Set.of(Kind.BARRED), facts, dossier.law().edition().bar().citation()));
      }
    }
    RegionId region = dossier.register().region(agreement.at());
    return unapplied(dossier, agreement, region, lastDay)
        .or(() -> terminationDue(dossier, agreement, region, lastDay));
  }

  /** Nobody applied in time: the suspension runs to the end of the term, and the agreement ends with it. */
  private static Optional<Ending> unapplied(
      Dossier dossier, Signed agreement, RegionId region, LocalDate lastDay) {
    Law law = dossier.law();
    if (!(law.edition().resumption() instanceof Resumption.OnApproval approval)) {
      return Optional.empty();
    }
    for (Sanction suspension : dossier.sanctions().all()) {
      if (suspension.terminates() || !suspension.runs() || !suspension.actsOn(region)) {
        continue;
      }
      Optional<Review> review = dossier.reviews().find(suspension.id());
      LocalDate last = Objects.requireNonNull(suspension.last());
      if (review.isEmpty() || last.isAfter(lastDay) || agreement.from().isAfter(last)) {
        continue;
      }
      LocalDate filing = ApplicationWindow.reckon(law, approval.window(), last).through().latest();
      LocalDate limit = filing.isAfter(lastDay) ? filing : lastDay;
      if (review.get().asked() == null || review.get().asked().on().isAfter(limit)) {
        return Optional.of(
            new Ending(
                lastDay.plusDays(1), Set.of(Kind.EXPIRED), List.of(agreement.id(), suspension.id()),
                approval.citation()));
      }
    }
    return Optional.empty();
  }

  /** Read as {@code no-ground}, a termination that is due stops the renewal although nobody has decided it. */
  private static Optional<Ending> terminationDue(
      Dossier dossier, Signed agreement, RegionId region, LocalDate lastDay) {
    if (!dossier.law().reads(ReadingKey.RENEWAL, "no-ground")) {
      return Optional.empty();
    }
    for (Outside measure : dossier.measures()) {
      if (measure.rule().terminate() && measure.days().contains(lastDay)) {
        List<FactId> facts = new ArrayList<>(measure.facts());
        facts.add(agreement.id());
        return Optional.of(
            new Ending(
                lastDay.plusDays(1), Set.of(Kind.EXPIRED), facts, dossier.law().edition().terms().citation()));
      }
    }
    for (Ground ground : dossier.grounds().reckon(lastDay)) {
      boolean due =
          ground.rule().consequence() instanceof Consequence.Terminate
              && ground.account().covers(region)
              && dossier.sanctions().all().stream()
                  .noneMatch(s -> Sanctions.answers(s, ground) && !s.fact().on().isAfter(lastDay));
      if (due) {
        List<FactId> facts = new ArrayList<>(ground.facts());
        facts.add(agreement.id());
        return Optional.of(
            new Ending(
                lastDay.plusDays(1), Set.of(Kind.EXPIRED), facts, dossier.law().edition().terms().citation()));
      }
    }
    return Optional.empty();
  }

  /** The last day on which anything recorded can still bear on an agreement. */
  private static LocalDate settled(Dossier dossier, List<Exclusion> exclusions) {
    LocalDate settled = LocalDate.MIN;
    for (Fact fact : dossier.known().all(Fact.class)) {
      settled = later(settled, fact.on());
    }
    for (Sanction sanction : dossier.sanctions().all()) {
      DayAnswer earliest = sanction.earliest();
      settled = earliest == null ? settled : later(settled, earliest.latest());
      settled = later(settled, sanction.first());
      settled = later(settled, sanction.last());
    }
    for (Outside measure : dossier.measures()) {
      settled = later(settled, measure.days().getStart());
    }
    for (Exclusion exclusion : exclusions) {
      settled = later(settled, exclusion.last());
    }
    for (Course course : dossier.nominal()) {
      settled = later(settled, course.signed().from());
      settled = later(settled, dossier.register().institution(course.at()).lastDay());
    }
    return settled;
  }

  private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
    return other == null || other.equals(LocalDate.MAX) || other.isBefore(one) ? one : other;
  }
}
