package cn.xingheng.core.rulebook;


/** 「累计周期」 Over what time deductions add up: the year of the reading {@code year}, or the term of the agreement. */
public enum Window {
  YEAR,
  TERM
}
