package cn.xingheng.formats;

/** 「列的内容」 What a column of the house's files holds, told by its name. */
enum Holds {
  /** Codes, words, ids. */
  TEXT("a text 文本"),
  /** A point in time, of which the Beijing day counts. */
  TIME("a text, a timestamp or a date 文本、时间戳或日期"),
  DAY("a text or a date 文本或日期"),
  AMOUNT("a text, a whole number or a decimal without places 文本、整数或无小数位的定点数");

  private final String taken;

  Holds(String taken) {
    this.taken = taken;
  }

  static Holds of(String column) {
    return switch (column) {
      case "issued_at" -> TIME;
      case "from", "through" -> DAY;
      case "amount_fen" -> AMOUNT;
      default -> TEXT;
    };
  }

  /** The types that are taken, in words. */
  String taken() {
    return taken;
  }
}
