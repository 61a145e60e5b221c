package cn.xingheng.server.demo;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.Resumption;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Qualifications;
import cn.xingheng.core.standing.Standing;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What happens to a physician, how often among a thousand, and how it must stand today at home. */
enum Plot {
  SUSPENDED(12, SanctionStories::running, Standing.SUSPENDED, Cause.POINTS),
  SUSPENDED_WITH_SECOND_SITE(4, SanctionStories::runningWithSecondSite, Standing.SUSPENDED, Cause.POINTS),
  PENDING_REVIEW(7, ReviewStories::pending, Standing.SUSPENDED, Cause.PENDING_REVIEW, Plot::approves),
  NOT_APPLIED(6, ReviewStories::notApplied, Standing.SUSPENDED, Cause.NOT_APPLIED, Plot::approves),
  RESUMPTION_REFUSED(5, ReviewStories::refused, Standing.SUSPENDED, Cause.RESUMPTION_REFUSED, Plot::approves),
  RESUMED(8, ReviewStories::resumed, Standing.EFFECTIVE, null, Plot::approves),
  SERVED_AHEAD(5, SanctionStories::servedAhead, Standing.EFFECTIVE, null),
  NOT_SERVED(4, SanctionStories::notServed, Standing.EFFECTIVE, null),
  DEFERRED(4, SanctionStories::deferred, Standing.EFFECTIVE, null),
  TERMINATED(9, SanctionStories::terminated, Standing.ENDED, Cause.TERMINATED),
  TERMINATED_AT_ONCE(4, SanctionStories::terminatedAtOnce, Standing.ENDED, Cause.BARRED,
      edition -> new Scale(edition).atOnce().isPresent()),
  BAR_OVER(8, SanctionStories::barOver, Standing.EFFECTIVE, null),
  MINOR(90, PointsStories::minor, Standing.EFFECTIVE, null),
  MINOR_NOW(12, PointsStories::minorNow, Standing.EFFECTIVE, null),
  RECOVERED(8, PointsStories::recovered, Standing.EFFECTIVE, null),
  OVERDUE(6, PointsStories::overdue, Standing.EFFECTIVE, null),
  PENDING_OBJECTION(5, PointsStories::pendingObjection, Standing.EFFECTIVE, null),
  UPHELD(5, PointsStories::upheld, Standing.EFFECTIVE, null),
  DISMISSED(4, PointsStories::dismissed, Standing.EFFECTIVE, null),
  WITHDRAWN(5, PointsStories::withdrawn, Standing.EFFECTIVE, null),
  CORRECTED(5, PointsStories::corrected, Standing.EFFECTIVE, null),
  BELOW_BAND(8, PointsStories::belowBand, Standing.EFFECTIVE, null),
  IN_BAND(6, PointsStories::inBand, Standing.EFFECTIVE, null),
  DECLINED(4, PointsStories::declined, Standing.EFFECTIVE, null, Plot::leavesToDiscretion),
  TERMINATE_DUE(3, PointsStories::terminateDue, Standing.EFFECTIVE, null),
  INTERVIEW(8, PointsStories::interview, Standing.EFFECTIVE, null),
  LEFT(20, AgreementStories::left, Standing.ENDED, Cause.LEFT),
  RELEASED(4, AgreementStories::released, Standing.ENDED, Cause.LEFT),
  EXPIRED(10, AgreementStories::expired, Standing.ENDED, Cause.EXPIRED),
  NOT_SIGNED(10, AgreementStories::notSigned, Standing.NONE, Cause.NOT_SIGNED),
  VISITING(12, AgreementStories::visiting, Standing.EFFECTIVE, null, edition -> edition.visits() != null),
  MULTI_SITE(20, AgreementStories::multiSite, Standing.EFFECTIVE, null),
  DECLARED(100, AgreementStories::declared, Standing.EFFECTIVE, null, edition -> edition.declaration() != null),
  PRACTICE_SUSPENDED(5, AgreementStories::practiceSuspended, Standing.SUSPENDED, Cause.PRACTICE_SUSPENDED),
  PRACTICE_RESTORED(3, AgreementStories::practiceRestored, Standing.EFFECTIVE, null),
  PRESCRIBING_STOPPED(4, AgreementStories::prescribingStopped, Standing.SUSPENDED, Cause.PRESCRIBING_STOPPED),
  LICENCE_REVOKED(3, AgreementStories::licenceRevoked, Standing.SUSPENDED, Cause.LICENCE_REVOKED),
  REGISTRATION_CANCELLED(4, AgreementStories::registrationCancelled, Standing.ENDED, Cause.REGISTRATION_CANCELLED),
  REGISTRATION_CANCELLED_AS_SANCTION(2, AgreementStories::registrationCancelledAsSanction, Standing.SUSPENDED,
      Cause.REGISTRATION_CANCELLED),
  STATED(3, AgreementStories::stated, Standing.UNRESOLVED, Cause.STATED),
  STATED_AND_SETTLED(4, AgreementStories::statedAndSettled, Standing.EFFECTIVE, null),
  HONOURED(12, AgreementStories::honoured, Standing.EFFECTIVE, null, edition -> edition.honour() != null),
  GRADED(40, AgreementStories::graded, Standing.EFFECTIVE, null, edition -> !edition.grades().isEmpty()),
  QUIET(0, AgreementStories::quiet, Standing.EFFECTIVE, null);

  /** Writes the facts of one history; false where it cannot be told. */
  @FunctionalInterface
  interface Story {
    boolean tell(Tale tale);
  }

  private static final int ALL = 1000;

  private final int weight;
  private final Story story;
  private final Standing standing;
  private final @Nullable Cause cause;
  private final Predicate<Edition> known;

  Plot(int weight, Story story, Standing standing, @Nullable Cause cause) {
    this(weight, story, standing, cause, edition -> true);
  }

  Plot(int weight, Story story, Standing standing, @Nullable Cause cause, Predicate<Edition> known) {
    this.weight = weight;
    this.story = story;
    this.standing = standing;
    this.cause = cause;
    this.known = known;
  }

  /** One by chance, as often as its weight says; most often the quiet one. */
  static Plot any(Edition edition, Chance chance) {
    int at = chance.between(0, ALL - 1);
    for (Plot plot : values()) {
      at -= plot.weight;
      if (at < 0) {
        return plot.known.test(edition) ? plot : QUIET;
      }
    }
    return QUIET;
  }

  /** The word in the data file. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Tells it; false where it cannot be told, or the law would not take it, or it would not stand as it should. */
  boolean tell(Tale tale) {
    return story.tell(tale) && (this == QUIET || tale.lawful().filter(dossier -> kept(tale, dossier)).isPresent());
  }

  private boolean kept(Tale tale, Dossier dossier) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    Standing found = Qualifications.fold(dossier, tale.home().id(), tale.today(), causes);
    return found == standing && (cause == null ? causes.isEmpty() : causes.contains(cause));
  }

  private static boolean approves(Edition edition) {
    return edition.resumption() instanceof Resumption.OnApproval;
  }

  private static boolean leavesToDiscretion(Edition edition) {
    return edition.rules().stream().anyMatch(rule -> rule.force() == Force.MAY);
  }
}
