package cn.xingheng.core.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 「读法名称」 The passages that leave a choice, each with the closed list of words it can be read by. */
public enum ReadingKey {
  WORKING_DAY("statutory"),
  PROCEDURAL_PERIOD("day-after"),
  ADVANCE_NOTICE("day-after", "on-day"),
  SERVED("later", "person"),
  SANCTION_SPAN("printed"),
  BAR_SPAN("same-date"),
  POINTS_YEAR("decision", "act"),
  YEAR("calendar", "agreement"),
  POINTS_SCOPE("region", "province"),
  SAME_INCIDENT("highest", "sum"),
  AT_ONCE("item", "decision"),
  TIER_CROSSING("highest"),
  ESCALATION("absorb", "consecutive", "top-up"),
  EFFECT("next-day"),
  RESUME("automatic", "approval"),
  RESUME_WINDOW("last", "before"),
  REAPPLICATION("window", "after-bar"),
  NO_APPLICATION("extend", "late-accepted"),
  RENEWAL("suspended-renews", "no-ground"),
  MAY_TIER("proposal"),
  BAR_AND_TERM("later", "bar-only"),
  RELEASE("no-bar", "literal"),
  MONTHS("as-decided"),
  BAR_SCOPE("agency", "province"),
  STREAK("calendar-years"),
  INSTITUTION_CASCADE("independent", "tolled"),
  EXTERNAL_MEASURE("from-decision"),
  OBJECTION("own-receipt"),
  OBJECTION_STAY("no-stay", "stay"),
  WITHDRAWAL("void"),
  CLAIM_TIME("issued"),
  SHARE("roster", "active-only"),
  INSTITUTION_POINTS("at-institution"),
  HONOUR("act-inside"),
  FUND("rounded-down"),
  VISITING("inclusive"),
  OVERSHOOT("kept"),
  REGISTRATION_CANCELLED("sanction-only"),
  CODE_SUFFIX("practising", "qualification"),
  EMERGENCY_AT_STOPPED_INSTITUTION("excepted", "refused");

  private static final Map<String, ReadingKey> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ReadingKey::word, Function.identity()));

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final List<String> words;

  ReadingKey(String... words) {
    this.words = List.of(words);
  }

  /** The name of this reading in edition files and case files. */
  public String word() {
    return word;
  }

  /** The words it can be read by. */
  public List<String> words() {
    return words;
  }

  /** The reading with this name, or empty when there is none. */
  public static Optional<ReadingKey> find(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** Throws {@link IllegalArgumentException} when this reading does not know the word. */
  void check(String choice) {
    if (!words.contains(choice)) {
      throw new IllegalArgumentException("reading " + word + " knows " + words + ", not " + choice);
    }
  }
}
