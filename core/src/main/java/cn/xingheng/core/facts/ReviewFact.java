package cn.xingheng.core.facts;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 「异议与申请」 What a physician asks for, and the answers (R3.2d, R3.2e, R5.1). */
public sealed interface ReviewFact extends Fact {

  /**
   * 「书面异议」 An objection to a decision.
   *
   * @param received the day the agency had it
   */
  record Objected(Head head, FactId of, LocalDate received) implements ReviewFact {
    @Override
    public FactKind kind() {
      return FactKind.OBJECTED;
    }

    @Override
    public FactId about() {
      return of;
    }
  }

  /**
   * 「异议答复」 The answer to an objection.
   *
   * @param of the decision, or the objection
   * @param upheld whether the objection succeeds: the decision is then void
   */
  record ObjectionAnswered(Head head, FactId of, boolean upheld) implements ReviewFact {
    @Override
    public FactKind kind() {
      return FactKind.OBJECTION_ANSWERED;
    }

    @Override
    public FactId about() {
      return of;
    }
  }

  /**
   * 「申请恢复」 An application to resume after a suspension.
   *
   * @param of the suspension or measure, or null for the one that has run or is running
   * @param received the day the agency had it
   */
  record ResumptionAsked(Head head, PersonId person, @Nullable FactId of, LocalDate received)
      implements ReviewFact {
    @Override
    public FactKind kind() {
      return FactKind.RESUMPTION_ASKED;
    }
  }

  /**
   * 「恢复答复」 The answer to an application to resume.
   *
   * @param of the suspension, the measure or the application, or null for the one that is open
   * @param served the day the answer was served
   */
  record ResumptionAnswered(
      Head head, PersonId person, @Nullable FactId of, boolean granted, LocalDate served) implements ReviewFact {
    @Override
    public FactKind kind() {
      return FactKind.RESUMPTION_ANSWERED;
    }
  }

  /** 「重新申请」 An application for a new agreement after a bar. */
  record Reapplied(Head head, PersonId person, InstitutionId at, LocalDate received) implements ReviewFact {
    @Override
    public FactKind kind() {
      return FactKind.REAPPLIED;
    }
  }

  /** 「重新申请答复」 The answer to an application for a new agreement. */
  record ReappliedAnswered(Head head, PersonId person, boolean granted) implements ReviewFact {
    @Override
    public FactKind kind() {
      return FactKind.REAPPLIED_ANSWERED;
    }
  }
}
