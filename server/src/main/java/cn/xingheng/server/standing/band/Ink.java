package cn.xingheng.server.standing.band;

/** 「笔」 What a mark of the picture means; the style sheet knows how each looks, in colour and without. */
public enum Ink {
  FUTURE("b-fut"),
  AXIS("b-ax"),
  AXIS_YEAR("b-ax2"),
  PAID("b-ok"),
  PAID_LATER("b-ok2"),
  UNPAID("b-off"),
  UNPAID_LATER("b-if"),
  UNSIGNED("b-none"),
  UNKNOWN("b-unk"),
  CAUSE("b-cau"),
  CAUSE_LATER("b-if"),
  STEP("b-step"),
  STEP_LATER("b-ghost"),
  GHOST("b-ghost"),
  DOT("b-dot"),
  THRESHOLD("b-thr"),
  WINDOW("b-win"),
  TICK("b-tick"),
  TICK_DONE("b-tick2"),
  NOW("b-now"),
  NOW_TAG("b-tag"),
  TEXT("b-t"),
  TEXT_LANE("b-lane"),
  TEXT_YEAR("b-yr"),
  TEXT_UNPAID("b-off-t"),
  TEXT_HURT("b-hurt-t"),
  TEXT_VALUE("b-val"),
  TEXT_KEY("b-key"),
  TEXT_NOW("b-now-t");

  private final String css;

  Ink(String css) {
    this.css = css;
  }

  /** The class in the style sheet. */
  public String css() {
    return css;
  }

  /** The size of a text in this ink, in pixels. */
  int size() {
    return this == TEXT_LANE || this == TEXT_YEAR ? 13 : 12;
  }
}
