package cn.xingheng.law.cases;

import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.NationalFact;

/** Facts that only the national scheme knows. */
final class NationalFacts {

  private NationalFacts() {}

  static Fact committed(Head head, Fields fields) {
    return new NationalFact.Committed(head, fields.person("person"), fields.institution("at"));
  }

  static Fact repaired(Head head, Fields fields) {
    return new NationalFact.Repaired(head, fields.person("person"), fields.number("points", 1, Limits.POINTS));
  }

  static Fact notScored(Head head, Fields fields) {
    return new NationalFact.NotScored(head, fields.person("person"), fields.text("because"));
  }
}
