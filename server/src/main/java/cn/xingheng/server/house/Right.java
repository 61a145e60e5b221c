package cn.xingheng.server.house;

/** What may be done at an organisation and below. */
public enum Right {
  /** read editions and the calendar */
  RULES,
  /** see physicians and institutions */
  SEE,
  /** ask whether a claim line is paid */
  CHECK,
  /** see an identity number in full; each look is logged */
  IDENTITY,
  /** import the archive form */
  IMPORT,
  /** see an agency's claim lines as they were settled, and what became of them */
  SETTLEMENT,
  /** keep what an institution's staff numbers stand for */
  CROSSWALK,
  /** record decisions */
  RECORD,
  /** keep accounts and roles */
  ACCOUNTS,
  /** issue and revoke keys for hospital systems */
  KEYS,
  /** load and confirm a year of the calendar */
  CALENDAR
}
