package cn.xingheng.server.register;

/** 医师类别 of the archive form, in the order of its codes. */
public enum Category {
  PHYSICIAN(1, "执业医师"),
  ASSISTANT(2, "执业助理医师"),
  MULTI_SITE(3, "多点执业医师"),
  VILLAGE(4, "乡村医生");

  private final int code;
  private final String word;

  Category(int code, String word) {
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
