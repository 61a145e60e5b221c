package cn.xingheng.core.calendar;

/**
 * 「暂定界限的假定」 What is assumed of a holiday table that is not loaded, so that a provisional day has bounds.
 *
 * <p>Its figures are {@link WorkCalendar#mostWeekdaysOff()} and
 * {@link WorkCalendar#mostMakeUpDays()}; both are counted in calendar years.
 * Source: our reading; the law names no bound.
 */
public enum BoundAssumption {
  /**
   * No missing year has more weekdays off, nor more make-up days, than the richest loaded year has.
   * Where in its year they fall is left open: the latest day takes them where they
   * delay, the earliest where they hasten.
   */
  RICHEST_PUBLISHED_YEAR(
      "未公布节假日安排的年度，工作日放假天数、周末调休上班天数均不超过已公布各年度中的最多者",
      "no unpublished year has more weekdays off, or more make-up days, than the richest published year");

  private final String chinese;
  private final String english;

  BoundAssumption(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /** The assumption as a clause in Chinese. */
  public String chinese() {
    return chinese;
  }

  /** The assumption as a clause in English. */
  public String english() {
    return english;
  }
}
