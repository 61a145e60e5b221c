package cn.xingheng.core.sanction;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.Step;
import cn.xingheng.core.ledger.Account;
import cn.xingheng.core.rulebook.Clause;
import cn.xingheng.core.rulebook.Range;
import java.util.List;

/** 「处理所据」 What a decided suspension or termination rests on. */
public sealed interface Basis {

  /** The account whose agency acts. */
  Account account();

  /** The step it is in a trail. */
  Step step(List<String> readings);

  /** The articles. */
  Citation citation();

  /** 「扣分所据」 A rule that the account meets. */
  record OnPoints(Ground ground) implements Basis {
    @Override
    public Account account() {
      return ground.account();
    }

    @Override
    public Citation citation() {
      return ground.rule().citation();
    }

    @Override
    public Step step(List<String> readings) {
      return ground.step(readings);
    }
  }

  /**
   * 「认定所据」 A finding of the decision that needs no points.
   *
   * @param length the range of months, or of years of the bar
   */
  record OnFinding(String number, Clause clause, Range length, Account account) implements Basis {
    @Override
    public Citation citation() {
      return clause.citation();
    }

    @Override
    public Step step(List<String> readings) {
      return new Step(List.of(), clause.citation(), readings, "决定认定：" + number + " " + clause.gloss());
    }
  }
}
