package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Dossier;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers one line for a person before the screen, with the trail where the physician is in that person's scope. */
@Component
public class CheckDesk {
  private final ClaimDesk claims;
  private final FactDesk facts;
  private final RegisterDesk register;

  CheckDesk(ClaimDesk claims, FactDesk facts, RegisterDesk register) {
    this.claims = claims;
    this.facts = facts;
    this.register = register;
  }

  /** What is asked: whose line, where, when, in what setting. */
  record Ask(String who, String institution, LocalDate day, Setting setting) {}

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
    Spanned spanned = Spanned.reckon(dossier, site);
    Map<Setting, ClaimVerdict> verdicts = each(setting -> spanned.on("", ask.day(), setting));
    Trail trail =
        seen.isEmpty()
            ? null
            : ClaimAnswer.reckon(dossier, person.get(), site, ask.day(), ask.setting()).trail();
    return new Answer(
        at, seen.map(found -> found.person().name()).orElse(null),
        seen.map(found -> found.person().id()).orElse(null), gathered.law().edition().id(), verdicts, trail);
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

  private static Map<Setting, ClaimVerdict> nobody(Law law, Ask ask) {
    if (ask.who().isEmpty()) {
      ClaimAnswer answer = ClaimAnswer.withoutCode(law);
      return each(
          setting -> ClaimVerdict.of("", law.edition(), answer.verdict(), answer.causes(), null));
    }
    Spanned none = Spanned.nobody(law);
    return each(setting -> none.on("", ask.day(), setting));
  }

  private static Map<Setting, ClaimVerdict> each(Function<Setting, ClaimVerdict> verdict) {
    Map<Setting, ClaimVerdict> verdicts = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      verdicts.put(setting, verdict.apply(setting));
    }
    return verdicts;
  }
}
