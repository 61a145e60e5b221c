package cn.xingheng.core.facts;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 「协议事实」 Signing, leaving, releasing, visiting and declaring (L5-L8, M6-M9, R2, X1.8). */
public sealed interface AgreementFact extends Fact {

  /** The physician. */
  PersonId person();

  /** The institution. */
  InstitutionId at();

  /**
   * 「签订协议」 An agreement in force.
   *
   * @param from first day
   * @param through last day, or null for what the edition gives
   * @param renews whether it renews by itself, or null for what the edition gives
   */
  record Signed(
      Head head,
      PersonId person,
      InstitutionId at,
      LocalDate from,
      @Nullable LocalDate through,
      @Nullable Boolean renews)
      implements AgreementFact {
    @Override
    public FactKind kind() {
      return FactKind.SIGNED;
    }
  }

  /** 「离职」 Employment ended: the agreement there is released on that day. */
  record Left(Head head, PersonId person, InstitutionId at) implements AgreementFact {
    @Override
    public FactKind kind() {
      return FactKind.LEFT;
    }
  }

  /** 「申请解除」 Ended on request of one side, after notice. */
  record Released(Head head, PersonId person, InstitutionId at, Side by, Service served) implements AgreementFact {
    @Override
    public FactKind kind() {
      return FactKind.RELEASED;
    }
  }

  /** 「请求方」 Who asked to end an agreement. */
  enum Side {
    PERSON,
    AGENCY
  }

  /**
   * 「进修、对口支援、技术协作」 A visiting post; the home agreement governs.
   *
   * @param home the institution of the home agreement
   * @param at the receiving institution
   * @param from first day
   * @param through last day
   */
  record Visiting(
      Head head, PersonId person, InstitutionId home, InstitutionId at, LocalDate from, LocalDate through)
      implements AgreementFact {
    @Override
    public FactKind kind() {
      return FactKind.VISITING;
    }
  }

  /**
   * 「年度申报」 The yearly declaration of a physician by the institution.
   *
   * @param round the year of the round
   * @param special whether it is for specially recruited talent, outside the window
   */
  record Declared(Head head, PersonId person, InstitutionId at, int round, boolean special)
      implements AgreementFact {
    @Override
    public FactKind kind() {
      return FactKind.DECLARED;
    }
  }
}
