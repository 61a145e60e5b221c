package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.DecisionFact.BarExtended;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.Deferred;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.core.foresight.InstitutionAhead;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.History;
import cn.xingheng.law.cases.FactText;
import cn.xingheng.server.facts.FactDesk;
import cn.xingheng.server.facts.Gathered;
import cn.xingheng.server.facts.LawRefused;
import cn.xingheng.server.facts.Recording;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.ledger.Ask.Step;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Every form of a decision: opens it, shows what would follow, and records it only while what was shown still holds.
 */
@Component
public class DecisionDesk {
  private final RegisterDesk register;
  private final FactDesk facts;
  private final TallyDesk tallies;
  private final TransactionOperations transactions;
  private final Clock clock;

  DecisionDesk(
      RegisterDesk register, FactDesk facts, TallyDesk tallies, TransactionOperations transactions, Clock clock) {
    this.register = register;
    this.facts = facts;
    this.tallies = tallies;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Answers what somebody asks of a form.
   *
   * @throws Problem 404 when the physician, the fact or its agency is not the viewer's
   */
  public Answer answer(Act act, Ask ask) {
    if (ask.step() != Step.RECORD) {
      return page(act, new Try(act, scene(ask), ask), 200);
    }
    try {
      return Objects.requireNonNull(transactions.execute(status -> record(act, ask)));
    } catch (LawRefused refused) {
      throw Problem.of(422, "forms.refused-late", refused.refusal().why(), refused.refusal().lawful());
    }
  }

  /** One reading of a form before one state of the book. */
  private static final class Try {
    private final Scene scene;
    private final Fields fields;
    private final @Nullable Draft draft;

    Try(Act act, Scene scene, Ask ask) {
      this.scene = scene;
      Map<String, String> start = act.start(scene);
      this.fields = new Fields(ask.sent(), start, act.corrects(), ask.step() == Step.RECORD);
      this.draft = act.draft(scene, fields);
    }
  }

  private @Nullable WhatIf panel(Act act, Try read) {
    if (read.draft == null) {
      return null;
    }
    Scene scene = read.scene;
    Foresight foresight = scene.foresee(read.draft);
    List<InstitutionAhead> institutions =
        foresight.accepted()
            ? scene.ahead(
                read.draft, foresight.day(), tallies.without(scene.person(), scene.sites()),
                tallies.notices(scene.gathered().province(), scene.sites()))
            : List.of();
    return WhatIf.of(scene, foresight, institutions, act.button(foresight));
  }

  private Answer.Page page(Act act, Try read, int status, Sentence... notices) {
    return page(act, read, panel(act, read), status, notices);
  }

  private static Answer.Page page(
      Act act, Try read, @Nullable WhatIf panel, int status, Sentence... notices) {
    Object sheet = act.sheet(read.scene, read.fields);
    return new Answer.Page(
        new FormView(act.word(), read.scene, read.fields, sheet, panel, List.of(notices)), status);
  }

  private Answer record(Act act, Ask ask) {
    Try first = new Try(act, scene(ask), ask);
    if (!first.fields.sound() || first.draft == null) {
      return page(act, first, 422);
    }
    Optional<String> unsayable = FactText.trouble(first.scene.unsaved(first.draft));
    if (unsayable.isPresent()) {
      return page(act, first, 422, Sentence.of("forms.notice.unsayable", unsayable.get()));
    }
    if (facts.begin(recording(ask, first.draft)).isPresent()) {
      return new Answer.Done(ask.person(), act.word(), null);
    }
    Try read = new Try(act, scene(ask), ask);
    if (act.corrects() && !read.fields.changed()) {
      read.fields.fault("because", "forms.fault.unchanged");
    }
    WhatIf panel = panel(act, read);
    if (!read.fields.sound() || read.draft == null || panel == null || !panel.recordable()) {
      return page(act, read, panel, 422);
    }
    if (!ask.seen().equals(panel.seal())) {
      return page(act, read, panel, ask.seen().isEmpty() ? 200 : 409, changed(ask, read.scene, panel));
    }
    facts.record(recording(ask, read.draft));
    return new Answer.Done(ask.person(), act.word(), panel);
  }

  private static Recording recording(Ask ask, Draft draft) {
    return new Recording(
        ask.viewer(), ask.person(), draft.on(), draft.fact(), draft.document(), draft.text(), ask.key());
  }

  /** What makes the panel another than the one that was seen: what others recorded, or the fields themselves. */
  private static Sentence[] changed(Ask ask, Scene scene, WhatIf panel) {
    if (ask.seen().isEmpty()) {
      return new Sentence[] {Sentence.of("forms.notice.unseen")};
    }
    List<Sentence> told = new ArrayList<>();
    boolean after = false;
    for (Fact fact : scene.gathered().facts()) {
      if (after) {
        String who = Objects.requireNonNull(scene.gathered().notes().get(fact.id())).who();
        Sentence kind = Sentence.of("kind." + fact.kind().word());
        told.add(Sentence.of("forms.notice.recorded", kind, fact.on().toString(), who));
      }
      after |= fact.id().value().equals(ask.newest());
    }
    String beside = Seal.sameBut(ask.seen(), panel.seal()) ? "forms.notice.institution" : "forms.notice.edited";
    told.addFirst(Sentence.of(told.isEmpty() ? beside : "forms.notice.changed"));
    return told.toArray(Sentence[]::new);
  }

  private Scene scene(Ask ask) {
    RegisterDesk.Found found = register.find(ask.viewer(), Right.RECORD, ask.person());
    History history = found.gathered().history();
    Dossier dossier = history.knownAt(LocalDate.MAX);
    Map<InstitutionId, String> names = new HashMap<>();
    List<InstitutionId> sites = new ArrayList<>();
    SequencedMap<RegionId, String> agencies = new LinkedHashMap<>();
    for (InstitutionId site : sites(found.gathered(), dossier)) {
      names.put(site, register.organisation(site.value()).map(Organisation::name).orElse(site.value()));
      if (within(ask.viewer(), site)) {
        sites.add(site);
        agencies.computeIfAbsent(dossier.register().region(site), region -> agency(site, region));
      }
    }
    if (sites.isEmpty()) {
      throw Problem.notFound();
    }
    Scene scene =
        new Scene(
            found, ask.fact(), LocalDate.now(clock), names, sites, agencies, history, dossier);
    if (ask.fact() != null && !decides(ask.viewer(), scene, ask.fact())) {
      throw Problem.notFound();
    }
    return scene;
  }

  /** Where the person has or had an agreement; where one was recorded, when every one was withdrawn. */
  private static List<InstitutionId> sites(Gathered gathered, Dossier dossier) {
    List<InstitutionId> sites = List.copyOf(dossier.sites());
    return sites.isEmpty()
        ? gathered.facts().stream().filter(AgreementFact.class::isInstance).map(fact -> ((AgreementFact) fact).at())
            .distinct().toList()
        : sites;
  }

  /** The name of the organisation above a site that is the agency of its pooling area, or the area's own. */
  private String agency(InstitutionId site, RegionId region) {
    Optional<Organisation> above = register.organisation(site.value());
    while (above.isPresent()) {
      Organisation one = above.get();
      if (one.kind() == Organisation.Kind.AREA && region.value().equals(one.region())) {
        return one.name();
      }
      above = Optional.ofNullable(one.parent()).flatMap(register::organisation);
    }
    return region.value();
  }

  private boolean within(Viewer viewer, InstitutionId site) {
    return register.organisation(site.value()).filter(found -> viewer.may(Right.RECORD, found.path())).isPresent();
  }

  /** Whether the agency that a recorded fact belongs to is one for which the viewer decides. */
  private boolean decides(Viewer viewer, Scene scene, FactId id) {
    Fact fact = scene.history().recorded(id).orElseThrow(Problem::notFound);
    return switch (fact) {
      case Deducted deducted -> within(viewer, deducted.at());
      case AgreementFact agreement -> within(viewer, agreement.at());
      case Stated stated -> within(viewer, stated.at());
      case Deferred deferred -> decides(viewer, scene, deferred.of());
      case BarExtended extended -> decides(viewer, scene, extended.of());
      case SanctionDecision decision -> decides(scene, decision);
      case Fact other -> other.about() == null || decides(viewer, scene, other.about());
    };
  }

  private static boolean decides(Scene scene, SanctionDecision decision) {
    RegionId by = decision.by();
    if (by != null) {
      return scene.agencies().containsKey(by);
    }
    return scene.dossier().sanction(decision.id())
        .map(sanction -> sanction.basis())
        .map(basis -> scene.agencies().keySet().stream().anyMatch(region -> basis.account().covers(region)))
        .orElse(true);
  }
}
