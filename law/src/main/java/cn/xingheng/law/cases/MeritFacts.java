package cn.xingheng.law.cases;

import cn.xingheng.core.basics.Money;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.MeritFact;

/** Honours, penalty money and rewards. */
final class MeritFacts {

  private MeritFacts() {}

  static Fact honoured(Head head, Fields fields) {
    return new MeritFact.Honoured(head, fields.person("person"));
  }

  static Fact penalty(Head head, Fields fields) {
    return new MeritFact.Penalty(head, fields.institution("institution"), fields.money("yuan"));
  }

  static Fact reward(Head head, Fields fields) {
    Money yuan = fields.money("yuan");
    if (yuan.fen() < 0) {
      throw fields.refuse("yuan", "奖励金不能是负数：" + yuan.yuan(), "去掉负号");
    }
    return new MeritFact.Reward(head, yuan);
  }
}
