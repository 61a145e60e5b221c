package cn.xingheng.server.standing.band;

/** 「所看时段」 How much time the picture shows; always some weeks after the day looked at. */
public enum Reach {
  /** the calendar year of the day */
  YEAR,
  /** that year and the one before */
  TWO_YEARS,
  /** from the first day there is anything to say to the last */
  ALL
}
