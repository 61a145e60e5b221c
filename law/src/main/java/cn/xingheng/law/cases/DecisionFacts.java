package cn.xingheng.law.cases;

import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.RegionId;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decisions of an agency about a physician. */
final class DecisionFacts {

  private static final Pattern FINDING = Pattern.compile("[A-Z]+\\d+(\\.\\d+)*");

  private DecisionFacts() {}

  static Fact notSuspended(Head head, Fields fields) {
    return new DecisionFact.NotSuspended(head, fields.person("person"), fields.text("because"));
  }

  static Fact deducted(Head head, Fields fields) {
    Services.Act act = Services.act(fields, head.on());
    return new DecisionFact.Deducted(
        head,
        fields.person("person"),
        fields.institution("at"),
        fields.id("item"),
        fields.number("times", 1, Limits.TIMES, 1),
        act.from(),
        act.through(),
        fields.has("incident") ? fields.id("incident") : null,
        fields.has("decision") ? fields.id("decision") : null,
        Services.served(fields, head.on()),
        loss(fields),
        responsibility(fields));
  }

  private static Money loss(Fields fields) {
    if (!fields.has("loss-yuan")) {
      return Money.ZERO;
    }
    Money loss = fields.money("loss-yuan");
    if (loss.fen() < 0) {
      throw fields.refuse("loss-yuan", "基金损失不能是负数：" + loss.yuan(), "去掉负号");
    }
    return loss;
  }

  private static DecisionFact.@Nullable Responsibility responsibility(Fields fields) {
    if (!fields.has("degree") && !fields.has("shift") && !fields.has("points") && !fields.has("inspection")) {
      return null;
    }
    return new DecisionFact.Responsibility(
        fields.textOrNull("degree"),
        fields.number("shift", -1, 1, 0),
        fields.numberOrNull("points", 0, Limits.POINTS),
        fields.textOrNull("inspection"));
  }

  static Fact suspended(Head head, Fields fields) {
    return new DecisionFact.Suspended(
        head,
        fields.person("person"),
        fields.number("months", 0, Limits.MONTHS),
        Services.served(fields, head.on()),
        fields.dayOrNull("from"),
        by(fields),
        ground(fields, List.of(DecisionFact.POINTS)));
  }

  static Fact terminated(Head head, Fields fields) {
    return new DecisionFact.Terminated(
        head,
        fields.person("person"),
        fields.numberOrNull("bar-years", 0, Limits.YEARS),
        fields.truth("fraud", false),
        Services.served(fields, head.on()),
        fields.dayOrNull("from"),
        by(fields),
        ground(fields, List.of(DecisionFact.POINTS, DecisionFact.STREAK)));
  }

  private static @Nullable RegionId by(Fields fields) {
    return fields.has("by") ? new RegionId(fields.id("by")) : null;
  }

  /** A word of the account, or the number of a finding; whether the edition knows the finding is a matter of law. */
  private static @Nullable String ground(Fields fields, List<String> words) {
    if (!fields.has("ground") || FINDING.matcher(fields.id("ground")).matches()) {
      return fields.textOrNull("ground");
    }
    List<String> known = new ArrayList<>(words);
    for (int number = 1; number <= 8; number++) {
      known.add("M13." + number);
    }
    return fields.word("ground", known);
  }

  static Fact barExtended(Head head, PersonId person, Fields fields) {
    return new DecisionFact.BarExtended(
        head,
        person,
        fields.fact("of"),
        fields.number("bar-years", 0, Limits.YEARS),
        fields.truth("fraud", false),
        Services.served(fields, head.on()));
  }

  static Fact deferred(Head head, PersonId person, Fields fields) {
    return new DecisionFact.Deferred(head, person, fields.fact("of"), fields.day("through"));
  }
}
