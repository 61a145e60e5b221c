package cn.xingheng.core.claims;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** 「就诊类型」 In what setting the service of a claim line was given: 门诊, 住院, 急诊, 抢救. */
public enum Setting {
  OUTPATIENT,
  INPATIENT,
  EMERGENCY,
  RESCUE;

  private static final Map<String, Setting> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Setting::word, setting -> setting));

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
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
