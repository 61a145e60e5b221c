package cn.xingheng.core.standing;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.AgreementFact.Visiting;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DutyFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.MeasureFact;
import cn.xingheng.core.facts.MeasureFact.MeasureLifted;
import cn.xingheng.core.facts.MeritFact;
import cn.xingheng.core.facts.NationalFact;
import cn.xingheng.core.facts.ReviewFact;
import cn.xingheng.core.facts.RevisionFact;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.facts.StatementFact.StatementSettled;
import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * 「受理时查明」 What the law looks at when it takes a fact or refuses it.
 *
 * @param says what is looked at, in Chinese
 */
record Looked(Scope scope, Citation citation, String says) {

  /** What is looked at for a fact; {@code facts} are those recorded before it. */
  static Looked at(Law law, Fact fact, Collection<Fact> facts) {
    Edition edition = law.edition();
    return switch (fact) {
      case AgreementFact agreement -> agreement(law, agreement, facts);
      case DecisionFact decision -> decision(law, decision, facts);
      case ReviewFact.ResumptionAsked asked -> resumption(law);
      case ReviewFact.ResumptionAnswered answered -> resumption(law);
      case ReviewFact.Objected objected -> revision(edition, "决定是否有效、是否已提过异议");
      case ReviewFact.ObjectionAnswered answered -> revision(edition, "异议和此前的答复");
      case ReviewFact.Reapplied reapplied -> new Looked(Looked::nothing, edition.bar().citation(), "禁入期");
      case ReviewFact.ReappliedAnswered answered -> new Looked(Looked::nothing, edition.bar().citation(), "禁入期");
      case RevisionFact.Withdrawn withdrawn -> revision(edition, "被撤销的事实及此前的撤销、更正");
      case RevisionFact.Corrected corrected -> {
        Looked as = at(law, corrected.as(), facts);
        yield new Looked(as.scope(), as.citation(), "被更正的事实，并" + as.says());
      }
      case MeasureFact measure -> new Looked(
          Scope.signed().plus(other -> measure instanceof MeasureLifted && other instanceof MeasureFact),
          edition.cascade().citation(), "是否签订过协议，正在执行的措施");
      case DutyFact duty -> new Looked(Scope.signed(), edition.terms().citation(), "是否签订过协议");
      case MeritFact merit -> new Looked(Scope.signed(), edition.terms().citation(), "是否签订过协议");
      case Stated stated -> new Looked(Scope.signed(), edition.terms().citation(), "是否签订过协议");
      case StatementSettled settled -> new Looked(
          sanctioned(law, LocalDate.MAX, facts).plus(Scope.statements(facts)),
          edition.cause(Cause.STATED.word()).citation(), "申报和此前的确认，处理决定是否有效");
      case NationalFact national -> new Looked(Looked::nothing, edition.inForce().citation(), "规则版本");
      case InstitutionFact institution -> institution(edition, institution);
    };
  }

  private static boolean nothing(Fact fact) {
    return false;
  }

  private static Looked revision(Edition edition, String says) {
    return new Looked(Looked::nothing, edition.citation(ReadingKey.WITHDRAWAL), says);
  }

  private static Looked resumption(Law law) {
    return new Looked(
        Scope.sanctions(law).plus(Scope.stops()), law.edition().resumption().citation(), "须经申请恢复的暂停和措施，此前的申请与答复");
  }

  private static Looked agreement(Law law, AgreementFact fact, Collection<Fact> facts) {
    Set<InstitutionId> sites = new HashSet<>(Set.of(fact.at()));
    if (fact instanceof Visiting visiting) {
      sites.add(visiting.home());
    }
    Set<InstitutionId> wide =
        law.reads(ReadingKey.RELEASE, "literal") ? Scope.agreed(facts) : Scope.withHomes(facts, sites);
    return new Looked(
        Scope.inForce(law, wide), law.edition().terms().citation(), "当日在 " + fact.at() + " 的协议、禁入和机构协议");
  }

  private static Looked decision(Law law, DecisionFact fact, Collection<Fact> facts) {
    if (fact instanceof Deducted deducted) {
      Set<InstitutionId> sites = Scope.withHomes(facts, Set.of(deducted.at()));
      return new Looked(
          Scope.inForce(law, sites).plus(Scope.signed()).plus(Scope.together(deducted)),
          law.edition().terms().citation(), "行为当日在 " + deducted.at() + " 的协议，同一事件和同一文书的扣分");
    }
    return new Looked(
        sanctioned(law, fact.on(), facts), law.edition().notice().citation(), "当日的累计、有效的协议和此前的处理");
  }

  /** Sanctions, agreements and the deductions by a day on which a decision can rest. */
  private static Scope sanctioned(Law law, LocalDate until, Collection<Fact> facts) {
    return Scope.inForce(law, Scope.agreed(facts)).plus(Scope.deductions(until))
        .plus(Scope.agreements(Scope.sites(facts, Scope.deductions(until))));
  }

  private static Looked institution(Edition edition, InstitutionFact fact) {
    Set<InstitutionId> own = Set.of(fact.institution());
    boolean term = fact instanceof InstitutionFact.Opened || fact instanceof InstitutionFact.Closed;
    Scope agreements = Scope.agreements(own);
    return new Looked(
        term ? agreements : agreements.plus(Scope.halts(own)), edition.cascade().citation(),
        fact.institution() + " 此前的机构协议、中止与恢复");
  }
}
