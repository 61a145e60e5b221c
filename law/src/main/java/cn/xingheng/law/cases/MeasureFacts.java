package cn.xingheng.law.cases;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.MeasureFact;
import cn.xingheng.core.facts.MeasureFact.MeasureKind;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decisions of other authorities. */
final class MeasureFacts {

  private MeasureFacts() {}

  static Fact taken(Head head, Fields fields) {
    MeasureKind kind = kind(fields);
    LocalDate from = fields.day("from", head.on());
    LocalDate through = fields.dayOrNull("through");
    fields.inOrder("through", from, through);
    boolean cancelled = kind == MeasureKind.REGISTRATION_CANCELLED;
    if (cancelled && !fields.has("sanction")) {
      throw fields.refuse("注册注销要写明是不是处罚：缺少字段 `sanction`", "在这里补上 `sanction: true` 或 `sanction: false`");
    }
    if (!cancelled && fields.has("sanction")) {
      throw fields.refuse("sanction", "`sanction` 只用于 registration-cancelled，不用于 " + kind.word(), "去掉 `sanction`");
    }
    return new MeasureFact.MeasureTaken(
        head, fields.person("person"), kind, from, through, at(fields, kind), fields.truth("sanction", false));
  }

  /** The legal day of a lifting is the first day without the measure. */
  static Fact lifted(Head head, Fields fields) {
    MeasureKind kind = kind(fields);
    Head first = new Head(head.id(), fields.day("from", head.on()), head.recorded());
    return new MeasureFact.MeasureLifted(first, fields.person("person"), kind, at(fields, kind));
  }

  private static MeasureKind kind(Fields fields) {
    String word = fields.word("kind", Arrays.stream(MeasureKind.values()).map(MeasureKind::word).toList());
    return MeasureKind.find(word).orElseThrow();
  }

  private static @Nullable InstitutionId at(
      Fields fields, MeasureKind kind) {
    if (fields.has("at") && kind != MeasureKind.PRESCRIBING_STOPPED) {
      throw fields.refuse("at", "`at` 只用于 prescribing-stopped；" + kind.word() + " 在每一处都有效", "去掉 `at`");
    }
    return fields.institutionOrNull("at");
  }
}
