package cn.xingheng.server.register;

/** As it stands in the archive form. */
public enum Sex {
  MALE("男"),
  FEMALE("女");

  private final String word;

  Sex(String word) {
    this.word = word;
  }

  /** The word in the form. */
  public String word() {
    return word;
  }
}
