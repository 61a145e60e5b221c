package cn.xingheng.core.rulebook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** 「待办义务」 What an agency may have to do; the closed list. */
public enum Duty {
  NOTICE,
  INTERVIEW,
  CONSIDER_SUSPENSION,
  SUSPEND,
  TERMINATE,
  CIRCULATE,
  REPORT_PROVINCE,
  TELL_PATIENTS,
  STOP_SETTLEMENT,
  INSTITUTION_CONSEQUENCE,
  RECOVER_FUNDS,
  ALERT_OTHER_AGENCY,
  REPORT_DEPARTMENT;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word in case files and edition files. */
  public String word() {
    return word;
  }

  /** The duty with this word, or empty when there is none. */
  public static Optional<Duty> find(String word) {
    return Arrays.stream(values()).filter(duty -> duty.word().equals(word)).findFirst();
  }
}
