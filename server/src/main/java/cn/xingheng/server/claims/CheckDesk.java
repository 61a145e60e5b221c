package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.CodeGrant;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers one line for a person before the screen, with the trail where the physician is in that person's scope. */
@Component
public class CheckDesk {
  private final ClaimDesk claims;
  private final FactDesk facts;
  private final RegisterDesk register;
  private final SnapshotDesk snapshots;

  CheckDesk(ClaimDesk claims, FactDesk facts, RegisterDesk register, SnapshotDesk snapshots) {
    this.claims = claims;
    this.facts = facts;
    this.register = register;
    this.snapshots = snapshots;
  }

  /** What is asked: whose line, where, when, in what setting. */
  public record Ask(String who, String institution, LocalDate day, Setting setting) {}

  /**
   * One line as it was known at the end of a day.
   *
   * @param name of the physician, or null when there is none in scope
   * @param person the physician in scope, or null
   * @param edition its id, or null when the house does not have it
   * @param trail how the verdict comes about, or null when the physician is out of scope
   */
  public record Known(
      @Nullable String name, @Nullable PersonId person, @Nullable String edition, ClaimVerdict verdict,
      @Nullable Trail trail) {}

  /**
   * What is answered.
   *
   * @param name of the physician, or null when there is none in scope
   * @param person the physician in scope, or null
   * @param edition its id, or null when the house does not have it
   * @param trail how the answer comes about, or null when the physician is out of scope
   */
  public record Answer(
      Organisation institution, @Nullable String name, @Nullable PersonId person, @Nullable String edition,
      Map<Setting, ClaimVerdict> verdicts, @Nullable Trail trail) {}

  /** The institutions this person may ask about. */
  List<Organisation> institutions(Viewer viewer) {
    return register.organisations(viewer, Right.CHECK).stream()
        .filter(one -> one.kind() == Organisation.Kind.INSTITUTION).toList();
  }

  /**
   * Answers.
   *
   * @throws Problem 404 when the institution is not there or out of scope
   */
  Answer answer(Viewer viewer, Ask ask) {
    Organisation at =
        register.organisation(ask.institution())
            .filter(one -> one.kind() == Organisation.Kind.INSTITUTION)
            .orElseThrow(Problem::notFound);
    viewer.require(Right.CHECK, at.path());
    InstitutionId site = new InstitutionId(at.id());
    if (claims.lawAt(site).isEmpty()) {
      return new Answer(at, null, null, null, each(setting -> ClaimVerdict.withoutEdition("")), null);
    }
    Optional<RegisterDesk.Found> seen = inScope(viewer, ask.who());
    Optional<PersonId> person =
        seen.map(found -> found.person().id()).or(() -> register.byCode(ask.who()).map(CodeGrant::person));
    if (person.isEmpty()) {
      Law law = claims.lawAt(site).orElseThrow();
      return new Answer(at, null, null, law.edition().id(), nobody(law, ask), null);
    }
    Gathered gathered = seen.map(RegisterDesk.Found::gathered).orElseGet(() -> facts.gather(person.get()));
    Dossier dossier = gathered.history().knownAt(LocalDate.MAX);
    Stay stay = Stay.reckon(dossier, site, snapshots.pool());
    Map<Setting, ClaimVerdict> verdicts = each(setting -> stay.answer("", ask.day(), setting));
    Trail trail =
        seen.isEmpty()
            ? null
            : ClaimAnswer.reckon(dossier, person.get(), site, ask.day(), ask.setting()).trail();
    return new Answer(
        at, seen.map(found -> found.person().name()).orElse(null),
        seen.map(found -> found.person().id()).orElse(null), gathered.law().edition().id(), verdicts, trail);
  }

  /** Answers by what was known at the end of a day, for who has found the line in scope. */
  public Known known(Viewer viewer, Ask ask, LocalDate knownAt) {
    InstitutionId site = new InstitutionId(ask.institution());
    Optional<PersonId> person =
        ask.who().isEmpty() ? Optional.empty() : register.byCode(ask.who()).map(CodeGrant::person);
    if (person.isEmpty()) {
      return claims.lawAt(site)
          .map(law -> new Known(null, null, law.edition().id(), unheld(law, ask), null))
          .orElseGet(() -> new Known(null, null, null, ClaimVerdict.withoutEdition(""), null));
    }
    Gathered gathered = facts.gather(person.get(), knownAt);
    Dossier dossier = gathered.history().knownAt(knownAt);
    ClaimVerdict verdict = Stay.reckon(dossier, site, snapshots.pool()).answer("", ask.day(), ask.setting());
    String edition = gathered.law().edition().id();
    return inScope(viewer, ask.who())
        .map(
            found ->
                new Known(
                    found.person().name(), found.person().id(), edition, verdict,
                    ClaimAnswer.reckon(dossier, person.get(), site, ask.day(), ask.setting()).trail()))
        .orElseGet(() -> new Known(null, null, edition, verdict, null));
  }

  /** The physician of this code or number, when the viewer may see it. */
  private Optional<RegisterDesk.Found> inScope(Viewer viewer, String who) {
    PersonId id = register.byCode(who).map(CodeGrant::person).orElse(null);
    try {
      return who.isEmpty()
          ? Optional.empty()
          : Optional.of(register.find(viewer, Right.CHECK, id == null ? new PersonId(who) : id));
    } catch (Problem notThere) {
      return Optional.empty();
    }
  }

  private Map<Setting, ClaimVerdict> nobody(Law law, Ask ask) {
    Situation nobody = unheld(law, ask.who());
    return each(setting -> nobody.answer("", setting, null));
  }

  private ClaimVerdict unheld(Law law, Ask ask) {
    return unheld(law, ask.who()).answer("", ask.setting(), null);
  }

  private Situation unheld(Law law, String who) {
    return snapshots.pool()
        .of(law, Standing.NONE, Set.of(who.isEmpty() ? Cause.NO_CODE : Cause.UNKNOWN_CODE));
  }

  private static Map<Setting, ClaimVerdict> each(Function<Setting, ClaimVerdict> verdict) {
    Map<Setting, ClaimVerdict> verdicts = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      verdicts.put(setting, verdict.apply(setting));
    }
    return verdicts;
  }
}
