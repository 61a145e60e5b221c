package cn.xingheng.bench;

/** 「答案不一」 Two programs do not give the same answer; the message says where they part. */
public final class Disagreement extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says where. */
  public Disagreement(String message) {
    super(message);
  }
}
