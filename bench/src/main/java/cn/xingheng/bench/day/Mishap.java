package cn.xingheng.bench.day;

/** 「意外」 What happens to a message on its way, and how often in ten thousand. */
enum Mishap {
  /** sent again after it was answered */
  TWICE(200),
  /** sent by two windows at the same moment */
  TOGETHER(200),
  /** the client hangs up before it reads the answer, and sends again */
  ANSWER_LOST(200),
  /** the client hangs up in the middle of the body, and sends again */
  TORN(100),
  /** its number is used again for another content, which must be refused */
  REUSED(30),
  /** a line of it is wrong: it must be refused, and comes again put right under the same number */
  FAULTY(30),
  /** arrives up to an hour before or after its turn */
  OUT_OF_ORDER(300),
  /** nothing */
  NONE(0);

  private final int often;

  Mishap(int often) {
    this.often = often;
  }

  /** Which one a number below ten thousand means. */
  static Mishap of(int number) {
    int left = number;
    for (Mishap one : values()) {
      if (left < one.often) {
        return one;
      }
      left -= one.often;
    }
    return NONE;
  }
}
