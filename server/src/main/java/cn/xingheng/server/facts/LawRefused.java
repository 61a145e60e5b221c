package cn.xingheng.server.facts;

import cn.xingheng.core.basics.Refusal;

/** The law does not take the fact; nothing was written. */
public final class LawRefused extends RuntimeException {
  private final transient Refusal refusal;

  LawRefused(Refusal refusal) {
    super(refusal.word().word(), null, false, false);
    this.refusal = refusal;
  }

  /** Which article refuses, why, and what would be lawful. */
  public Refusal refusal() {
    return refusal;
  }
}
