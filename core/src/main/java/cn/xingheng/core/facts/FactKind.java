package cn.xingheng.core.facts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 「事实种类」 The kinds of facts, in the order in which facts of one day are taken. */
public enum FactKind {
  INSTITUTION,
  SIGNED,
  LEFT,
  RELEASED,
  VISITING,
  DEDUCTED,
  SUSPENDED,
  TERMINATED,
  BAR_EXTENDED,
  DEFERRED,
  NOT_SUSPENDED,
  WITHDRAWN,
  CORRECTED,
  OBJECTED,
  OBJECTION_ANSWERED,
  RESUMPTION_ASKED,
  RESUMPTION_ANSWERED,
  REAPPLIED,
  REAPPLIED_ANSWERED,
  DECLARED,
  MEASURE,
  MEASURE_LIFTED,
  INSTITUTION_SUSPENDED,
  INSTITUTION_RESTORED,
  INSTITUTION_ENDED,
  INTERVIEWED,
  NOTIFIED,
  GRADED,
  HONOURED,
  PENALTY,
  REWARD,
  COMMITTED,
  REPAIRED,
  NOT_SCORED,
  STATED,
  STATEMENT_SETTLED;

  private static final Map<String, FactKind> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FactKind::word, Function.identity()));

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word of this kind in case files. */
  public String word() {
    return word;
  }

  /** The kind with this word, or empty when there is none. */
  public static Optional<FactKind> find(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
