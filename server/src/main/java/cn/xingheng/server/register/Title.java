package cn.xingheng.server.register;

/** 职称 of the archive form, in the order of its codes. */
public enum Title {
  CHIEF(1, "主任医师"),
  ASSOCIATE_CHIEF(2, "副主任医师"),
  ATTENDING(3, "主治医师"),
  RESIDENT(4, "医师");

  private final int code;
  private final String word;

  Title(int code, String word) {
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
