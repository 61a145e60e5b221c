package cn.xingheng.server.institution;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.RevisionFact.Withdrawn;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.House;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.facts.HouseFactDesk;
import cn.xingheng.server.facts.InstitutionRecording;
import cn.xingheng.server.facts.LawRefused;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.institution.InstitutionFactView.Change;
import cn.xingheng.server.institution.InstitutionFactView.Impact;
import cn.xingheng.server.ledger.Fields;
import cn.xingheng.server.ledger.Sentence;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records what becomes of an institution's own agreement, after showing what follows for its physicians. */
@Component
class InstitutionFactDesk {
  private static final int LOOKED_AT = 20;
  private final InstitutionFactStore store;
  private final RegisterDesk register;
  private final FactDesk facts;
  private final HouseFactDesk house;
  private final Clock clock;

  InstitutionFactDesk(
      InstitutionFactStore store, RegisterDesk register, FactDesk facts, HouseFactDesk house, Clock clock) {
    this.store = store;
    this.register = register;
    this.facts = facts;
    this.house = house;
    this.clock = clock;
  }

  /** How far somebody has come with a form. */
  enum Step {
    OPEN,
    PREVIEW,
    RECORD
  }

  /**
   * What somebody asks of a form.
   *
   * @param fact the fact to be withdrawn or corrected, or null
   * @param sent the fields as sent
   */
  record Ask(
      Viewer viewer, String institution, String kind, @Nullable String fact, Step step, Map<String, String> sent) {}

  /** The form again with the status of the answer, or that it is recorded. */
  record Answer(InstitutionFactView view, int status, boolean recorded) {}

  /**
   * Answers what somebody asks of a form.
   *
   * @throws Problem 404 when there is no such institution or fact for this viewer
   */
  Answer answer(Ask ask) {
    Organisation one = register.organisation(ask.institution()).orElseThrow(Problem::notFound);
    ask.viewer().require(Right.RECORD, one.path());
    if (one.kind() != Organisation.Kind.INSTITUTION) {
      throw Problem.notFound();
    }
    InstitutionFact of = ask.fact() == null ? null : fact(one, ask.fact());
    LocalDate today = LocalDate.now(clock);
    boolean corrects = of != null && ask.kind().equals("correct");
    Map<String, String> start =
        of != null && corrects
            ? InstitutionFactForm.start(of, today) : InstitutionFactForm.start(ask.kind(), one, today);
    Fields fields = new Fields(ask.sent(), start, corrects, ask.step() == Step.RECORD);
    InstitutionRecording recording = recording(ask, one, of, fields, today);
    Impact impact = ask.step() != Step.OPEN && fields.sound() ? impact(recording) : null;
    if (ask.step() == Step.RECORD && impact != null && fields.sound()) {
      return record(ask, one, of, fields, recording, impact);
    }
    return new Answer(view(ask, one, of, fields, impact, null), fields.sound() ? 200 : 422, false);
  }

  private InstitutionFact fact(Organisation one, String id) {
    return house.about(new InstitutionId(one.id())).stream()
        .filter(fact -> fact.id().value().equals(id))
        .filter(InstitutionFact.class::isInstance).map(InstitutionFact.class::cast)
        .findFirst().orElseThrow(Problem::notFound);
  }

  private static InstitutionRecording recording(
      Ask ask, Organisation one, @Nullable InstitutionFact of, Fields fields, LocalDate today) {
    LocalDate on = fields.past("on", today);
    Function<Head, Fact> fact = InstitutionFactForm.fact(ask.kind(), one, of, fields);
    String document = fields.needed("document");
    String text = ask.kind().equals("withdraw") ? fields.needed("text") : fields.optional("text");
    return new InstitutionRecording(
        ask.viewer(), new InstitutionId(one.id()), on, fact, document, text, ask.sent().getOrDefault("key", ""));
  }

  private InstitutionFactView view(
      Ask ask, Organisation one, @Nullable InstitutionFact of, Fields fields, @Nullable Impact impact,
      @Nullable Sentence notice) {
    String asks = of == null ? ask.kind() : ask.kind().equals("correct") ? InstitutionFactForm.asks(of) : "";
    String edition = facts.lawOf(one.id()).edition().id();
    return new InstitutionFactView(ask.kind(), one, of, asks, edition, fields, impact, notice);
  }

  private Answer record(
      Ask ask, Organisation one, @Nullable InstitutionFact of, Fields fields, InstitutionRecording recording,
      Impact impact) {
    if (house.recorded(recording)) {
      return new Answer(view(ask, one, of, fields, impact, null), 200, true);
    }
    if (!impact.recordable()) {
      return new Answer(view(ask, one, of, fields, impact, null), 422, false);
    }
    String seen = ask.sent().getOrDefault("seen", "");
    if (!seen.equals(impact.seal())) {
      Sentence notice = Sentence.of(seen.isEmpty() ? "institutionfacts.unseen" : "institutionfacts.changed");
      return new Answer(view(ask, one, of, fields, impact, notice), seen.isEmpty() ? 200 : 409, false);
    }
    try {
      house.record(recording);
    } catch (LawRefused refused) {
      return new Answer(view(ask, one, of, fields, impact(recording), null), 422, false);
    }
    return new Answer(view(ask, one, of, fields, impact, null), 200, true);
  }

  private Impact impact(InstitutionRecording recording) {
    HouseFactDesk.Trial trial = house.foresee(recording);
    String institution = recording.institution().value();
    Fact fact = recording.fact().apply(new Head(new FactId("unsaved"), recording.on(), recording.on()));
    LocalDate day = day(fact, recording.institution());
    InstitutionFactStore.Counts counts = store.counts(institution, day);
    Change change = trial.refusal() == null ? change(trial.after(), recording.institution(), day) : null;
    return new Impact(
        day, trial.refusal(), trial.displaced() != null, counts.effective(), counts.stopped(), counts.onlySo(), change,
        trial.law().edition().cascade(),
        String.join(" ", trial.law().edition().label(ReadingKey.INSTITUTION_CASCADE)));
  }

  /** The first day the fact bears on: of a withdrawal the first day of what is withdrawn. */
  private LocalDate day(Fact fact, InstitutionId institution) {
    FactId about = fact.about();
    LocalDate day = InstitutionFactForm.day(fact);
    if (about == null) {
      return day;
    }
    return house.about(institution).stream().filter(one -> one.id().equals(about)).map(InstitutionFactForm::day)
        .filter(before -> fact instanceof Withdrawn || before.isBefore(day))
        .findFirst().orElse(day);
  }

  private @Nullable Change change(House after, InstitutionId institution, LocalDate day) {
    List<PersonId> some = store.some(institution.value(), day, LOOKED_AT);
    for (Gathered one : facts.gatherAll(institution.value(), some)) {
      Standing before = standing(one.history(), institution, day, EnumSet.noneOf(Cause.class));
      Set<Cause> causes = EnumSet.noneOf(Cause.class);
      History then = History.reckon(one.law(), after, one.facts());
      Standing next = standing(then, institution, day, causes);
      if (before != next) {
        Map<Setting, Verdict> verdicts = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
          verdicts.put(setting, ClaimAnswer.verdict(one.law(), next, causes, setting));
        }
        return new Change(before, next, causes, verdicts);
      }
    }
    return null;
  }

  private static Standing standing(History history, InstitutionId institution, LocalDate day, Set<Cause> causes) {
    Dossier dossier = history.knownAt(LocalDate.MAX);
    return ClaimAnswer.standing(dossier, institution, day, causes);
  }
}
