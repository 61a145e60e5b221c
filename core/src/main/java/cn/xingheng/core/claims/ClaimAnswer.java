package cn.xingheng.core.claims;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Qualification;
import cn.xingheng.core.standing.Qualifications;
import cn.xingheng.core.standing.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * 「结算判定与理由」 The verdict on one claim line, every cause that applies, and the trail (L3, M12, M16, R2).
 *
 * @param causes in order of precedence; empty when payable
 */
public record ClaimAnswer(Verdict verdict, Set<Cause> causes, Trail trail) {

  public ClaimAnswer {
    causes = Collections.unmodifiableSet(new TreeSet<>(causes));
  }

  /** The verdict on a line without a physician code. */
  public static ClaimAnswer withoutCode(Law law) {
    return answer(law, Verdict.UNRESOLVED, EnumSet.of(Cause.NO_CODE), Trail.EMPTY);
  }

  /**
   * The verdict on a line.
   *
   * @param dossier the physician's
   * @param day the Beijing day of the order or prescription (reading {@code claim-time})
   */
  public static ClaimAnswer reckon(
      Dossier dossier, PersonId person, InstitutionId site, LocalDate day, Setting setting) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    Standing standing = standing(dossier, site, day, causes);
    Verdict verdict = verdict(dossier.law(), standing, causes, setting);
    Qualification qualification = Qualifications.reckon(dossier, site, day);
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            List.of(), dossier.law().edition().citation(ReadingKey.CLAIM_TIME),
            dossier.law().edition().label(ReadingKey.CLAIM_TIME), "开具之日 " + day));
    steps.addAll(qualification.trail().steps());
    if (causes.contains(Cause.OTHER_INSTITUTION)) {
      steps.add(
          new Step(
              elsewhere(dossier, site, day).stream().map(course -> course.signed().id()).toList(),
              cite(dossier.law(), Cause.OTHER_INSTITUTION), List.of(), person + " 的协议在其他机构"));
    }
    return answer(dossier.law(), verdict, causes, dossier.claimTrail(steps, site, day));
  }

  /**
   * The standing of a line, with the causes that only a line has: nobody of that code, or an agreement elsewhere.
   *
   * @param causes filled with every cause that applies
   */
  public static Standing standing(Dossier dossier, InstitutionId site, LocalDate day, Set<Cause> causes) {
    if (dossier.courses().isEmpty()) {
      causes.add(Cause.UNKNOWN_CODE);
      return Standing.NONE;
    }
    Standing standing = Qualifications.fold(dossier, site, day, causes);
    boolean never =
        dossier.courses().stream()
            .noneMatch(course -> course.at().equals(site) && !course.signed().from().isAfter(day));
    boolean covered = standing == Standing.EFFECTIVE || standing == Standing.SUSPENDED;
    boolean visited = Qualifications.visitedOn(dossier, site, day);
    if (never && !covered && !visited && !elsewhere(dossier, site, day).isEmpty()) {
      causes.add(Cause.OTHER_INSTITUTION);
      causes.remove(Cause.NOT_SIGNED);
    }
    return standing;
  }

  /** In force elsewhere means effective or suspended: an agreement that may have ended is not counted. */
  private static List<Course> elsewhere(Dossier dossier, InstitutionId site, LocalDate day) {
    return dossier.courses().stream()
        .filter(course -> !course.at().equals(site) && course.inForceOn(day))
        .filter(course -> Qualifications.fold(dossier, course.at(), day, EnumSet.noneOf(Cause.class))
            != Standing.UNRESOLVED)
        .toList();
  }

  /** The verdict on a setting under a standing and its causes. */
  public static Verdict verdict(Law law, Standing standing, Set<Cause> causes, Setting setting) {
    Cause decisive = causes.isEmpty() ? null : new TreeSet<>(causes).first();
    boolean refused = law.reads(ReadingKey.EMERGENCY_AT_STOPPED_INSTITUTION, "refused");
    return Verdict.of(standing, decisive, setting, refused ? Verdict.REFUSED : Verdict.EXCEPTED);
  }

  private static ClaimAnswer answer(Law law, Verdict verdict, Set<Cause> causes, Trail trail) {
    List<Step> steps = new ArrayList<>(trail.steps());
    for (Cause cause : causes) {
      steps.add(new Step(List.of(), cite(law, cause), List.of(), cause.word() + "：" + gloss(law.edition(), cause)));
    }
    if (verdict == Verdict.EXCEPTED) {
      steps.add(
          new Step(
              List.of(), law.edition().emergency().citation(),
              law.edition().label(ReadingKey.EMERGENCY_AT_STOPPED_INSTITUTION), law.edition().emergency().gloss()));
    }
    return new ClaimAnswer(verdict, causes, new Trail(steps));
  }

  private static Citation cite(Law law, Cause cause) {
    return law.edition().cause(cause.word()).citation();
  }

  private static String gloss(Edition edition, @Nullable Cause cause) {
    return cause == null ? "" : edition.cause(cause.word()).gloss();
  }
}
