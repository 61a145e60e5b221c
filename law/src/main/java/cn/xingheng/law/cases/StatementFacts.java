package cn.xingheng.law.cases;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.facts.StatementFact.StatementSettled;
import cn.xingheng.core.facts.StatementFact.Status;
import org.jspecify.annotations.Nullable;

/** Opening statements of an archive form, and what was found about them. */
final class StatementFacts {

  private static final int LAST_STATUS = Status.values().length - 1;

  private StatementFacts() {}

  static Fact stated(Head head, Fields fields) {
    return new Stated(
        head,
        fields.person("person"),
        fields.institution("at"),
        Status.find(fields.number("status", 0, LAST_STATUS)).orElseThrow(),
        fields.numberOrNull("points", 0, Limits.POINTS),
        fields.numberOrNull("last", 0, Limits.POINTS),
        fields.textOrNull("category"),
        fields.textOrNull("description"),
        fields.text("source"));
  }

  /** Whether {@code by} names a decision that confirms the statement is a matter of law. */
  static Fact settled(Head head, Fields fields) {
    @Nullable FactId by = fields.factOrNull("by");
    if (by == null && !fields.has("because")) {
      throw fields.refuse("没有写明处理决定的，要写理由：缺少字段 `because`", "补上 `by:` 写决定的编号，或补上 `because:` 写理由");
    }
    return new StatementSettled(head, fields.fact("of"), by, fields.textOrNull("because"));
  }
}
