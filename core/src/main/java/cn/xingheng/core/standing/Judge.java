package cn.xingheng.core.standing;

import static cn.xingheng.core.standing.Refusing.refuse;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.basics.Refusal.Word;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.DecisionFact;
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
import cn.xingheng.core.rulebook.OutsideMeasure;
import cn.xingheng.core.rulebook.ReadingKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** 「受理」 Whether the law takes one fact about a physician, by what was known before it. */
final class Judge {

  private final Dossier dossier;
  private final Edition edition;

  private Judge(Dossier dossier) {
    this.dossier = dossier;
    this.edition = dossier.law().edition();
  }

  /**
   * The refusal of a fact, or empty when it is taken.
   *
   * @param dossier what was known before it
   * @param without the dossier as it would be without one fact: a correction is judged in the place of what it corrects
   */
  static Optional<Refusal> judge(Dossier dossier, Fact fact, Function<FactId, Dossier> without) {
    return new Judge(dossier).judge(fact, without);
  }

  private Optional<Refusal> judge(Fact fact, Function<FactId, Dossier> without) {
    return switch (fact) {
      case AgreementFact agreement -> new AgreementJudge(dossier).judge(agreement);
      case DecisionFact decision -> new DecisionJudge(dossier).judge(decision);
      case ReviewFact review -> new ReviewJudge(dossier).judge(review);
      case StatementFact statement -> new StatementJudge(dossier).judge(statement);
      case MeasureFact measure -> person(edition.cascade().citation()).or(() -> measure(measure));
      case RevisionFact.Withdrawn withdrawn -> withdrawn(withdrawn);
      case RevisionFact.Corrected corrected -> corrected(corrected, without);
      case DutyFact duty -> person(edition.points().citation()).or(() -> grade(duty));
      case MeritFact merit -> person(edition.points().citation());
      case NationalFact national -> refuse(Word.NO_EDITION, edition.inForce().citation(),
          edition.id() + " 不认事实 " + national.kind().word(), "这是国家规则的事实");
      case InstitutionFact institution -> throw new IllegalArgumentException(
          "not about a physician: " + institution.id());
    };
  }

  private Optional<Refusal> person(Citation citation) {
    return Refusing.any(dossier, Signed.class, signed -> true)
        ? Optional.empty()
        : refuse(Word.UNKNOWN_PERSON, citation, "此人从未签订过协议", "核对人员编号");
  }

  private Optional<Refusal> measure(MeasureFact fact) {
    return switch (fact) {
      case MeasureFact.MeasureTaken taken -> Outside.rule(edition, taken).isPresent()
          ? Optional.empty()
          : refuse(Word.NO_EDITION, edition.cascade().citation(), edition.id() + " 不认措施 " + taken.measure().word(),
              "本规则没有此类措施");
      case MeasureFact.MeasureLifted lifted -> dossier.measures().stream()
              .anyMatch(
                  measure ->
                      measure.fact().measure() == lifted.measure()
                          && !measure.days().getStart().isAfter(lifted.on())
                          && measure.days().getEnd().isAfter(lifted.on()))
          ? Optional.empty()
          : refuse(Word.NO_GROUND, citation(lifted), "没有正在执行的 " + lifted.measure().word(),
              "只能解除正在执行的措施",
              Refusing.ids(dossier, MeasureFact.class, other -> other.measure() == lifted.measure()));
    };
  }

  private Citation citation(MeasureFact.MeasureLifted lifted) {
    OutsideMeasure rule = edition.measures().get(lifted.measure().word());
    return rule == null ? edition.inForce().citation() : rule.citation();
  }

  private Optional<Refusal> withdrawn(RevisionFact.Withdrawn fact) {
    return withdrawn(edition, dossier.known(), fact);
  }

  /** A withdrawal is of a fact that stands. */
  static Optional<Refusal> withdrawn(Edition edition, Known known, RevisionFact.Withdrawn fact) {
    Citation citation = edition.citation(ReadingKey.WITHDRAWAL);
    Fact target = known.find(fact.of()).orElse(null);
    if (target instanceof RevisionFact || target instanceof ReviewFact.ObjectionAnswered) {
      return refuse(Word.NO_GROUND, citation, fact.of() + " 本身是撤销、更正或答复", "重新作出决定", List.of(fact.of()));
    }
    if (target != null) {
      return Optional.empty();
    }
    List<FactId> before = known.overturning(fact.of());
    return before.isEmpty()
        ? refuse(Word.NO_GROUND, citation, fact.of() + " 未被受理，无可撤销", "只能撤销已受理的事实", List.of(fact.of()))
        : refuse(Word.DUPLICATE, citation, fact.of() + " 已经撤销", "无须再次撤销", before);
  }

  private Optional<Refusal> corrected(RevisionFact.Corrected fact, Function<FactId, Dossier> without) {
    Citation citation = edition.citation(ReadingKey.WITHDRAWAL);
    if (dossier.known().find(fact.of()).isEmpty()) {
      return refuse(Word.NO_GROUND, citation, fact.of() + " 未被受理或已撤销，无可更正", "只能更正有效的事实", List.of(fact.of()));
    }
    return new Judge(without.apply(fact.of())).judge(fact.as(), without);
  }

  private Optional<Refusal> grade(DutyFact fact) {
    return fact instanceof DutyFact.Graded graded
            && !edition.grades().isEmpty()
            && !edition.grades().contains(graded.grade())
        ? refuse(Word.OUT_OF_RANGE, edition.points().citation(), "没有等次 " + graded.grade(), "等次为 " + edition.grades())
        : Optional.empty();
  }
}
