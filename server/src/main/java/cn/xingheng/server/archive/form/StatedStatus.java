package cn.xingheng.server.archive.form;

/** 医保医师服务状态 as an institution states it in the form: a claim to be confirmed, never a standing. */
public enum StatedStatus {
  VALID(0, "有效"),
  SUSPENDED(1, "暂停"),
  ENDED(2, "解除");

  private final int code;
  private final String word;

  StatedStatus(int code, String word) {
    this.code = code;
    this.word = word;
  }

  /** The code in the form. */
  public int code() {
    return code;
  }

  /** The word beside the code. */
  public String word() {
    return word;
  }
}
