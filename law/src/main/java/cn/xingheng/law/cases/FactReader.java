package cn.xingheng.law.cases;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.FactKind;
import cn.xingheng.core.facts.Head;
import java.util.List;

/** Makes a fact of its fields. */
final class FactReader {

  private static final List<FactKind> TERMINATIONS = List.of(FactKind.TERMINATED);
  private static final List<FactKind> SANCTIONS = List.of(FactKind.SUSPENDED, FactKind.TERMINATED);

  private final Targets targets;

  /** Finds the fact that {@code of} names; refuses an id that is not there. */
  interface Targets {
    RawFact find(Fields fields);
  }

  /** Reads the facts of one case. */
  FactReader(Targets targets) {
    this.targets = targets;
  }

  /** The fact; a correction has already been merged into whole fields. */
  Fact read(FactKind kind, Head head, Fields fields) {
    if (fields.has("of")) {
      targets.find(fields);
    }
    return fact(kind, head, fields);
  }

  private Fact fact(FactKind kind, Head head, Fields fields) {
    return switch (kind) {
      case INSTITUTION -> InstitutionFacts.opened(head, fields);
      case INSTITUTION_SUSPENDED -> InstitutionFacts.halted(head, fields);
      case INSTITUTION_RESTORED -> InstitutionFacts.restored(head, fields);
      case INSTITUTION_ENDED -> InstitutionFacts.closed(head, fields);
      case SIGNED -> AgreementFacts.signed(head, fields);
      case LEFT -> AgreementFacts.left(head, fields);
      case RELEASED -> AgreementFacts.released(head, fields);
      case VISITING -> AgreementFacts.visiting(head, fields);
      case DECLARED -> AgreementFacts.declared(head, fields);
      case DEDUCTED -> DecisionFacts.deducted(head, fields);
      case SUSPENDED -> DecisionFacts.suspended(head, fields);
      case TERMINATED -> DecisionFacts.terminated(head, fields);
      case NOT_SUSPENDED -> DecisionFacts.notSuspended(head, fields);
      case BAR_EXTENDED -> DecisionFacts.barExtended(head, sanctioned(fields, TERMINATIONS), fields);
      case DEFERRED -> DecisionFacts.deferred(head, sanctioned(fields, SANCTIONS), fields);
      case WITHDRAWN -> ReviewFacts.withdrawn(head, fields);
      case OBJECTED -> ReviewFacts.objected(head, fields);
      case OBJECTION_ANSWERED -> ReviewFacts.objectionAnswered(head, fields);
      case RESUMPTION_ASKED -> ReviewFacts.resumptionAsked(head, fields);
      case RESUMPTION_ANSWERED -> ReviewFacts.resumptionAnswered(head, fields);
      case REAPPLIED -> ReviewFacts.reapplied(head, fields);
      case REAPPLIED_ANSWERED -> ReviewFacts.reappliedAnswered(head, fields);
      case MEASURE -> MeasureFacts.taken(head, fields);
      case MEASURE_LIFTED -> MeasureFacts.lifted(head, fields);
      case INTERVIEWED -> DutyFacts.interviewed(head, fields);
      case NOTIFIED -> DutyFacts.notified(head, fields);
      case GRADED -> DutyFacts.graded(head, fields);
      case HONOURED -> MeritFacts.honoured(head, fields);
      case PENALTY -> MeritFacts.penalty(head, fields);
      case REWARD -> MeritFacts.reward(head, fields);
      case COMMITTED -> NationalFacts.committed(head, fields);
      case REPAIRED -> NationalFacts.repaired(head, fields);
      case NOT_SCORED -> NationalFacts.notScored(head, fields);
      case STATED -> StatementFacts.stated(head, fields);
      case STATEMENT_SETTLED -> StatementFacts.settled(head, fields);
      case CORRECTED -> throw new IllegalArgumentException("a correction is read with its target: " + head.id());
    };
  }

  /** The person of the sanction that {@code of} names. */
  private PersonId sanctioned(Fields fields, List<FactKind> sanctions) {
    RawFact target = targets.find(fields);
    if (!sanctions.contains(target.kind())) {
      List<String> words = sanctions.stream().map(FactKind::word).toList();
      throw fields.refuse("of", "`" + target.id() + "` 是 " + target.kind().word() + "，不能用在这里",
          "`of` 应当写一条 " + String.join(" 或 ", words) + " 的编号");
    }
    return target.fields().person("person");
  }
}
