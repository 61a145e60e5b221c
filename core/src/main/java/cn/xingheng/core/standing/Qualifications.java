package cn.xingheng.core.standing;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.agreement.Ending;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.core.facts.AgreementFact.Released;
import cn.xingheng.core.register.Institution;
import cn.xingheng.core.sanction.Exclusion;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 「资格判断」 The central answer: may this physician's care at this institution be paid for on this day, and why. */
public final class Qualifications {

  private Qualifications() {}

  /** The standing of the dossier's physician at a site on a day. */
  public static Qualification reckon(Dossier dossier, InstitutionId site, LocalDate day) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    Standing standing = fold(dossier, site, day, causes);
    return new Qualification(standing, causes, StandingTrail.reckon(dossier, site, day, standing, causes));
  }

  /**
   * As {@link #reckon}, without the trail: for spans and bulk work.
   *
   * <p>What would be effective is unresolved while an opening statement says otherwise and nobody has settled it;
   * a stop and an end that are known stay what they are.
   */
  public static Standing fold(Dossier dossier, InstitutionId site, LocalDate day, Set<Cause> causes) {
    Standing standing = decided(dossier, site, day, causes);
    if (standing == Standing.EFFECTIVE && dossier.statements().any()
        && regions(dossier, site, day).stream().anyMatch(dossier.statements()::open)) {
      causes.add(Cause.STATED);
      return Standing.UNRESOLVED;
    }
    return standing;
  }

  /** The pooling areas whose opening statements bear on a site: its own, and for a visitor that of the home. */
  static Set<RegionId> regions(Dossier dossier, InstitutionId site, LocalDate day) {
    Set<RegionId> regions = new LinkedHashSet<>();
    if (dossier.inForce(site, day).isEmpty()) {
      visit(dossier, site, day).ifPresent(visit -> regions.add(dossier.register().region(visit.fact().home())));
    }
    regions.add(dossier.register().region(site));
    return regions;
  }

  /** The standing by what was decided and agreed, whatever is only stated. */
  private static Standing decided(Dossier dossier, InstitutionId site, LocalDate day, Set<Cause> causes) {
    Optional<Course> own = dossier.inForce(site, day);
    if (own.isPresent()) {
      if (uncertain(dossier, site, day)) {
        causes.add(Cause.LEFT);
        return Standing.UNRESOLVED;
      }
      stops(dossier, own.get(), site, day, causes);
      return causes.isEmpty() ? Standing.EFFECTIVE : Standing.SUSPENDED;
    }
    Optional<Visit> visit = visit(dossier, site, day);
    if (visit.isPresent()) {
      return visiting(dossier, visit.get(), site, day, causes);
    }
    Standing standing = ended(dossier, site, day, causes);
    RegionId region = dossier.register().region(site);
    for (Exclusion bar : dossier.exclusions()) {
      if (bar.days().contains(day) && bar.bars(region)) {
        causes.add(Cause.BARRED);
      }
    }
    return standing;
  }

  /** Whether the agreement may already have been released: its day rests on a calendar that is not published. */
  private static boolean uncertain(Dossier dossier, InstitutionId site, LocalDate day) {
    for (Released released : dossier.known().all(Released.class)) {
      boolean within =
          released.at().equals(site)
              && Enrolments.releaseDay(dossier.law(), released).orElse(null) instanceof Provisional range
              && !day.isBefore(range.earliest())
              && day.isBefore(range.latest());
      if (within) {
        return true;
      }
    }
    return false;
  }

  private static void stops(
      Dossier dossier, Course course, InstitutionId site, LocalDate day, Set<Cause> causes) {
    for (Hold hold : dossier.holds()) {
      if (hold.holds(course, day)) {
        causes.add(hold.cause());
      }
    }
    Institution institution = dossier.register().institution(site);
    if (institution.haltOn(day).isPresent() || !institution.inForceOn(day)) {
      causes.add(Cause.INSTITUTION);
    }
  }

  /** A visitor stands as at home, and falls with the receiving institution too. */
  private static Standing visiting(
      Dossier dossier, Visit visit, InstitutionId site, LocalDate day, Set<Cause> causes) {
    Standing home = decided(dossier, visit.fact().home(), day, causes);
    if (home != Standing.EFFECTIVE && home != Standing.SUSPENDED) {
      return home;
    }
    for (Outside measure : dossier.measures()) {
      if (site.equals(measure.fact().at()) && measure.days().contains(day)) {
        causes.add(measure.cause());
      }
    }
    Institution institution = dossier.register().institution(site);
    if (institution.haltOn(day).isPresent() || !institution.inForceOn(day)) {
      causes.add(Cause.INSTITUTION);
    }
    return causes.isEmpty() ? Standing.EFFECTIVE : Standing.SUSPENDED;
  }

  private static Standing ended(Dossier dossier, InstitutionId site, LocalDate day, Set<Cause> causes) {
    Optional<Course> last = lastBegun(dossier, site, day);
    if (last.isPresent()) {
      causes.addAll(causes(last.get()));
      for (Outside measure : dossier.measures()) {
        if (measure.days().contains(day) && measure.fact().at() == null) {
          causes.add(measure.cause());
        }
      }
      return Standing.ENDED;
    }
    causes.add(Cause.NOT_SIGNED);
    return Standing.NONE;
  }

  static Set<Cause> causes(Course course) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    Ending ending = course.ending();
    if (ending == null) {
      causes.add(Cause.EXPIRED);
    } else {
      ending.kinds().forEach(kind -> causes.add(cause(kind)));
    }
    return causes;
  }

  private static Cause cause(Ending.Kind kind) {
    return switch (kind) {
      case LEFT -> Cause.LEFT;
      case TERMINATED -> Cause.TERMINATED;
      case BARRED -> Cause.BARRED;
      case EXPIRED, REPLACED -> Cause.EXPIRED;
      case REGISTRATION_CANCELLED -> Cause.REGISTRATION_CANCELLED;
      case INSTITUTION -> Cause.INSTITUTION;
    };
  }

  /** The agreement at the site that began last on or before the day, or empty. */
  static Optional<Course> lastBegun(Dossier dossier, InstitutionId site, LocalDate day) {
    return dossier.courses().stream()
        .filter(course -> course.at().equals(site) && !course.signed().from().isAfter(day))
        .max(Comparator.comparing((Course course) -> course.days().getEnd()));
  }

  /** The visiting post at the site that covers the day, or empty. */
  static Optional<Visit> visit(Dossier dossier, InstitutionId site, LocalDate day) {
    return dossier.visits().stream()
        .filter(visit -> visit.fact().at().equals(site) && visit.on(day))
        .findFirst();
  }

  /** Whether a visiting post at the site covers the day. */
  public static boolean visitedOn(Dossier dossier, InstitutionId site, LocalDate day) {
    return visit(dossier, site, day).isPresent();
  }

  /** The sites that a state without a named site is about: those in force on the day, else every site ever. */
  public static List<InstitutionId> sites(Dossier dossier, LocalDate day) {
    List<InstitutionId> inForce =
        dossier.sites().stream()
            .filter(site -> dossier.inForce(site, day).isPresent() || visit(dossier, site, day).isPresent())
            .toList();
    return inForce.isEmpty() ? List.copyOf(dossier.sites()) : inForce;
  }
}
