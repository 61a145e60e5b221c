package cn.xingheng.core.facts;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;

/** 「国家规则的事实」 Facts that only the national scheme of 2024 knows. */
public sealed interface NationalFact extends Fact {

  /** The person. */
  PersonId person();

  /** 「服务承诺」 A service commitment signed. */
  record Committed(Head head, PersonId person, InstitutionId at) implements NationalFact {
    @Override
    public FactKind kind() {
      return FactKind.COMMITTED;
    }
  }

  /** 「修复」 Points repaired on application. */
  record Repaired(Head head, PersonId person, int points) implements NationalFact {
    @Override
    public FactKind kind() {
      return FactKind.REPAIRED;
    }
  }

  /** 「不予记分」 Considered and not scored, with its reason. */
  record NotScored(Head head, PersonId person, String because) implements NationalFact {
    @Override
    public FactKind kind() {
      return FactKind.NOT_SCORED;
    }
  }
}
