package cn.xingheng.law.cases;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.law.yaml.Element;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about an institution. */
final class InstitutionFacts {

  private static final String DEFAULT_REGION = "r1";
  private static final int HIGHEST_LEVEL = 3;

  private InstitutionFacts() {}

  static Fact opened(Head head, Fields fields) {
    LocalDate from = fields.day("from", head.on());
    LocalDate through = through(fields, from);
    return new InstitutionFact.Opened(
        head,
        fields.institution("institution"),
        new RegionId(fields.has("region") ? fields.id("region") : DEFAULT_REGION),
        fields.number("level", 0, HIGHEST_LEVEL, 0),
        from,
        through,
        fields.numberOrNull("physicians", 0, Limits.HEADCOUNT));
  }

  static Fact halted(Head head, Fields fields) {
    LocalDate from = fields.day("from", head.on());
    LocalDate through = through(fields, from);
    return new InstitutionFact.Halted(head, fields.institution("institution"), from, through, responsible(fields));
  }

  static Fact restored(Head head, Fields fields) {
    return new InstitutionFact.Restored(head, fields.institution("institution"), fields.day("from", head.on()));
  }

  static Fact closed(Head head, Fields fields) {
    return new InstitutionFact.Closed(
        head, fields.institution("institution"), fields.day("from", head.on()), responsible(fields));
  }

  private static @Nullable LocalDate through(Fields fields, LocalDate from) {
    LocalDate through = fields.dayOrNull("through");
    fields.inOrder("through", from, through);
    return through;
  }

  private static List<PersonId> responsible(Fields fields) {
    if (!fields.has("responsible")) {
      return List.of();
    }
    return fields.read("responsible", Element::listOfSome).stream()
        .map(each -> new PersonId(Words.text(each, Limits.ID)))
        .toList();
  }
}
