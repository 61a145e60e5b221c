package cn.xingheng.core.rulebook;


/** 「触发条件」 What makes a rule about a person apply. */
public sealed interface Trigger {

  /** 「每次扣分」 Each deduction by itself. */
  record EachDeduction() implements Trigger {}

  /** 「累计」 The total of a window lies in a band. */
  record Total(Window window, Range band) implements Trigger {}

  /** 「一次性」 One incident, or one document by the reading {@code at-once}, reaches these points. */
  record AtOnce(int points) implements Trigger {}

  /** 「连续」 So many calendar years running, each at these points or more. */
  record Streak(int years, int atLeast) implements Trigger {}
}
