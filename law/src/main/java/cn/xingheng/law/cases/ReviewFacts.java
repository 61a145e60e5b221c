package cn.xingheng.law.cases;

import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.ReviewFact;
import cn.xingheng.core.facts.RevisionFact;

/** Objections, applications, their answers, and withdrawals. */
final class ReviewFacts {

  private ReviewFacts() {}

  static Fact withdrawn(Head head, Fields fields) {
    return new RevisionFact.Withdrawn(head, fields.fact("of"));
  }

  static Fact objected(Head head, Fields fields) {
    return new ReviewFact.Objected(head, fields.fact("of"), fields.day("received", head.on()));
  }

  static Fact objectionAnswered(Head head, Fields fields) {
    return new ReviewFact.ObjectionAnswered(head, fields.fact("of"), fields.truth("upheld"));
  }

  static Fact resumptionAsked(Head head, Fields fields) {
    return new ReviewFact.ResumptionAsked(
        head, fields.person("person"), fields.factOrNull("of"), fields.day("received", head.on()));
  }

  static Fact resumptionAnswered(Head head, Fields fields) {
    return new ReviewFact.ResumptionAnswered(
        head,
        fields.person("person"),
        fields.factOrNull("of"),
        fields.truth("granted"),
        Services.notBefore(fields, fields.day("served", head.on()), head.on()));
  }

  static Fact reapplied(Head head, Fields fields) {
    return new ReviewFact.Reapplied(
        head, fields.person("person"), fields.institution("at"), fields.day("received", head.on()));
  }

  static Fact reappliedAnswered(Head head, Fields fields) {
    return new ReviewFact.ReappliedAnswered(head, fields.person("person"), fields.truth("granted"));
  }
}
