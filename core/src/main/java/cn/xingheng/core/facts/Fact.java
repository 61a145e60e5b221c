package cn.xingheng.core.facts;

import cn.xingheng.core.basics.FactId;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * 「事实」 Something that happened and was recorded; never changed afterwards.
 *
 * <p>Facts are taken in one order, whatever their place in a file: by the day they were recorded, then by their legal
 * day, then by kind, then by id.
 */
public sealed interface Fact
    permits AgreementFact, DecisionFact, DutyFact, InstitutionFact, MeasureFact, MeritFact, NationalFact, ReviewFact,
        RevisionFact, StatementFact {

  /** The order in which facts are judged. */
  Comparator<Fact> ORDER =
      Comparator.comparing(Fact::recorded)
          .thenComparing(Fact::on)
          .thenComparing(Fact::kind)
          .thenComparing(Fact::id);

  /** Id, legal day and day of recording. */
  Head head();

  /** What kind of fact this is. */
  FactKind kind();

  /** The name of this fact. */
  default FactId id() {
    return head().id();
  }

  /** The legal day of this fact. */
  default LocalDate on() {
    return head().on();
  }

  /** The day from whose end this fact was known. */
  default LocalDate recorded() {
    return head().recorded();
  }

  /** The fact that a revision, an objection or its answer is about, or null for a fact that stands by itself. */
  default @Nullable FactId about() {
    return null;
  }
}
