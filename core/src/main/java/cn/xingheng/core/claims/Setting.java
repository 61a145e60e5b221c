package cn.xingheng.core.claims;

import java.util.Locale;
import java.util.Optional;

/** 「就诊类型」 In what setting the service of a claim line was given: 门诊, 住院, 急诊, 抢救. */
public enum Setting {
  OUTPATIENT,
  INPATIENT,
  EMERGENCY,
  RESCUE;

  /** Whether the exception for emergency care (急诊、抢救) speaks of this setting (L3, M16, R2). */
  public boolean urgent() {
    return this == EMERGENCY || this == RESCUE;
  }

  /** The word of this setting in claim files and interfaces. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The setting with this word, or empty when there is none. */
  public static Optional<Setting> find(String word) {
    for (Setting setting : values()) {
      if (setting.word().equals(word)) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }
}
