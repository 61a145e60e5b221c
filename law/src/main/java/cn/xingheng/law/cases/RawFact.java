package cn.xingheng.law.cases;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.facts.FactKind;
import cn.xingheng.core.facts.Head;
import java.util.Comparator;

/** A fact whose kind, id and days are read, and whose other fields are not yet. */
record RawFact(FactKind kind, Head head, Fields fields) {

  /** The order in which facts are judged. */
  static final Comparator<RawFact> ORDER = Comparator.comparing((RawFact raw) -> raw.head().recorded())
      .thenComparing(raw -> raw.head().on())
      .thenComparing(RawFact::kind)
      .thenComparing(RawFact::id);

  FactId id() {
    return head.id();
  }
}
