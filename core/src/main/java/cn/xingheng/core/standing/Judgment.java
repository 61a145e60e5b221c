package cn.xingheng.core.standing;

import cn.xingheng.core.basics.Refusal;

/** 「受理判断」 What the law makes of one recorded fact, said once, by what was known when it was recorded. */
public sealed interface Judgment {

  /** 「受理」 Taken. */
  record Accepted() implements Judgment {}

  /** 「不予受理」 Not taken: without effect, then and later. */
  record Refused(Refusal refusal) implements Judgment {}
}
