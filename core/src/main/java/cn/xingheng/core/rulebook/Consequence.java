package cn.xingheng.core.rulebook;


/** 「后果」 What a rule about a person brings. */
public sealed interface Consequence {

  /** 「约谈」 An interview. */
  record Interview() implements Consequence {}

  /** 「暂停」 A suspension of so many months. */
  record Suspend(Range months) implements Consequence {}

  /** 「解除」 A termination with a bar of so many years. */
  record Terminate(Range barYears) implements Consequence {}
}
