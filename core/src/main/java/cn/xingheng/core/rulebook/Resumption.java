package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;

/** 「恢复」 How a suspension ends. */
public sealed interface Resumption {

  /** Where it stands. */
  Citation citation();

  /** In our words. */
  String gloss();

  /** 「自行恢复」 By itself, after the last day. */
  record Automatic(Citation citation, String gloss) implements Resumption {}

  /**
   * 「经申请恢复」 On application within a window before the end, and approval.
   *
   * @param window working days of the window
   * @param answer working days for the answer
   */
  record OnApproval(int window, int answer, Citation citation, String gloss) implements Resumption {}
}
