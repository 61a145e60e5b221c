package cn.xingheng.core.standing;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DutyFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.MeasureFact;
import cn.xingheng.core.facts.MeritFact;
import cn.xingheng.core.facts.NationalFact;
import cn.xingheng.core.facts.ReviewFact;
import cn.xingheng.core.facts.RevisionFact;
import cn.xingheng.core.facts.StatementFact;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.ReadingKey;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Completes one trail: what was refused, overturned or without effect, and what taking each fact rested on. */
final class Completion {

  private final Receipts receipts;
  private final Edition edition;
  private final Map<FactId, List<Step>> revised;
  private final LocalDate at;
  private final List<Step> steps = new ArrayList<>();
  private final Deque<FactId> open = new ArrayDeque<>();
  private final Set<FactId> named = new HashSet<>();

  /** A completion; {@code revised} are the steps about what was overturned or corrected, by the facts they name. */
  Completion(Receipts receipts, Edition edition, Map<FactId, List<Step>> revised, LocalDate at) {
    this.receipts = receipts;
    this.edition = edition;
    this.revised = revised;
    this.at = at;
  }

  /** The trail that begins with what the computation used, for a question that looks at these facts. */
  Trail complete(List<Step> direct, Collection<Fact> inScope) {
    direct.forEach(this::add);
    List.copyOf(named).forEach(this::shown);
    Map<Idle, List<FactId>> idle = new LinkedHashMap<>();
    for (Fact fact : inScope) {
      if (!shown(fact.id()) && !named.contains(fact.id())) {
        idle.computeIfAbsent(idle(fact), key -> new ArrayList<>()).add(fact.id());
      }
    }
    idle.forEach((why, facts) -> add(new Step(facts, why.citation(), List.of(), why.says())));
    while (!open.isEmpty()) {
      FactId id = open.remove();
      if (receipts.recordedBy(id, at)) {
        receipts.refused(id).ifPresent(this::add);
        receipts.looked(id).ifPresent(this::add);
      }
    }
    return new Trail(steps);
  }

  private void add(Step step) {
    steps.add(step);
    for (FactId id : step.facts()) {
      if (named.add(id)) {
        open.add(id);
      }
    }
  }

  /** Says of a fact that it was refused, overturned or corrected; false when it simply stands. */
  private boolean shown(FactId id) {
    List<Step> said = new ArrayList<>(revised.getOrDefault(id, List.of()));
    if (receipts.recordedBy(id, at)) {
      receipts.refused(id).ifPresent(said::add);
    }
    said.forEach(this::add);
    return !said.isEmpty();
  }

  /** Why a fact that was looked at makes no difference. */
  private record Idle(Citation citation, String says) {}

  private Idle idle(Fact fact) {
    return switch (fact) {
      case Deducted deducted -> new Idle(edition.points().citation(), "这些扣分已查明，不改变结论");
      case DecisionFact decision -> new Idle(edition.notice().citation(), "这些处理决定已查明，不改变结论");
      case AgreementFact agreement -> new Idle(edition.terms().citation(), "这些协议事实已查明，不改变结论");
      case InstitutionFact institution -> new Idle(edition.cascade().citation(), "机构协议已查明，不改变结论");
      case MeasureFact measure -> new Idle(edition.cascade().citation(), "这些外部措施已查明，不改变结论");
      case ReviewFact.ResumptionAsked asked -> resumption();
      case ReviewFact.ResumptionAnswered answered -> resumption();
      case ReviewFact review -> revision();
      case RevisionFact revision -> revision();
      case DutyFact duty -> new Idle(edition.points().citation(), "这些履职记录已查明，与当日的待办无关");
      case MeritFact merit -> new Idle(edition.points().citation(), "先前的荣誉已查明，不改变结论");
      case StatementFact statement ->
          new Idle(edition.cause(Cause.STATED.word()).citation(), "期初申报已查明，不改变结论");
      case NationalFact national -> new Idle(edition.inForce().citation(), "本规则不认这些事实");
    };
  }

  private Idle resumption() {
    return new Idle(edition.resumption().citation(), "这些恢复申请与答复已查明，不改变结论");
  }

  private Idle revision() {
    return new Idle(edition.citation(ReadingKey.WITHDRAWAL), "这些撤销、更正与答复已查明，不改变结论");
  }
}
