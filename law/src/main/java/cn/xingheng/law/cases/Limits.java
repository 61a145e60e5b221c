package cn.xingheng.law.cases;

import java.time.LocalDate;

/** What a case file may hold at most; beyond it is a mistake or an attack, and it is said so. */
final class Limits {

  /** Bytes of a YAML file; larger bodies of facts are written one case a line. */
  static final long YAML_BYTES = 16L << 20;

  /** Bytes of one line of a {@code .jsonl} file. */
  static final int LINE_BYTES = 16 << 20;

  static final int FACTS = 200_000;
  static final int EXPECTATIONS = 20_000;
  static final int NAME = 300;
  static final int ID = 128;
  static final int TEXT = 2_000;
  static final int TIMES = 1_000;
  static final int MONTHS = 1_200;
  static final int YEARS = 100;
  static final int POINTS = 100_000;
  static final int HEADCOUNT = 10_000_000;
  static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private Limits() {}
}
