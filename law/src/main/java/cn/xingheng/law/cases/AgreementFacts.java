package cn.xingheng.law.cases;

import cn.xingheng.core.facts.AgreementFact;
import cn.xingheng.core.facts.AgreementFact.Side;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import java.time.LocalDate;
import java.util.List;

/** Signing, leaving, releasing, visiting and declaring. */
final class AgreementFacts {

  private AgreementFacts() {}

  static Fact signed(Head head, Fields fields) {
    LocalDate from = fields.day("from", head.on());
    LocalDate through = fields.dayOrNull("through");
    fields.inOrder("through", from, through);
    Boolean renews = fields.has("renews") ? (Boolean) fields.truth("renews") : null;
    return new AgreementFact.Signed(
        head, fields.person("person"), fields.institution("at"), from, through, renews);
  }

  static Fact left(Head head, Fields fields) {
    return new AgreementFact.Left(head, fields.person("person"), fields.institution("at"));
  }

  static Fact released(Head head, Fields fields) {
    String by = fields.word("by", List.of("person", "agency"));
    return new AgreementFact.Released(
        head,
        fields.person("person"),
        fields.institution("at"),
        by.equals("person") ? Side.PERSON : Side.AGENCY,
        Services.served(fields, head.on()));
  }

  static Fact visiting(Head head, Fields fields) {
    LocalDate from = fields.day("from", head.on());
    LocalDate through = fields.day("through");
    fields.inOrder("through", from, through);
    return new AgreementFact.Visiting(
        head, fields.person("person"), fields.institution("home"), fields.institution("at"), from, through);
  }

  static Fact declared(Head head, Fields fields) {
    return new AgreementFact.Declared(
        head,
        fields.person("person"),
        fields.institution("at"),
        fields.number("round", Limits.FIRST_DAY.getYear(), Limits.LAST_DAY.getYear()),
        fields.truth("special", false));
  }
}
