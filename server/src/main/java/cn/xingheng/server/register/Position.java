package cn.xingheng.server.register;

/** 行政职务 of the archive form, in the order of its codes. */
public enum Position {
  HEAD_OF_UNIT(1, "单位负责人"),
  HEAD_OF_DEPARTMENT(2, "科室负责人");

  private final int code;
  private final String word;

  Position(int code, String word) {
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
