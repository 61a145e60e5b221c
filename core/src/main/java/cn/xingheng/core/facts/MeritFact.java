package cn.xingheng.core.facts;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.PersonId;

/** 「评优与奖励金」 Honours, penalties that feed the reward fund, and rewards (L23-L26, M22). */
public sealed interface MeritFact extends Fact {

  /** 「优秀医师」 An award of excellent physician. */
  record Honoured(Head head, PersonId person) implements MeritFact {
    @Override
    public FactKind kind() {
      return FactKind.HONOURED;
    }
  }

  /** 「违约金收入」 Penalty money collected from an institution; negative when refunded. */
  record Penalty(Head head, InstitutionId institution, Money amount) implements MeritFact {
    @Override
    public FactKind kind() {
      return FactKind.PENALTY;
    }
  }

  /** 「奖励金支出」 Reward money paid out. */
  record Reward(Head head, Money amount) implements MeritFact {

    /** Refuses a reward below zero. */
    public Reward {
      if (amount.fen() < 0) {
        throw new IllegalArgumentException("reward " + head.id() + " is negative: " + amount.yuan());
      }
    }

    @Override
    public FactKind kind() {
      return FactKind.REWARD;
    }
  }
}
