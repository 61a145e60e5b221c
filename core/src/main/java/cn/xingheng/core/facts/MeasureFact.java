package cn.xingheng.core.facts;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 「外部措施」 Decisions of another authority, or of the institution about prescribing (M13, R3.2c). */
public sealed interface MeasureFact extends Fact {

  /** The physician. */
  PersonId person();

  /** What kind of measure. */
  MeasureKind measure();

  /** 「措施种类」 The closed list of outside measures. */
  enum MeasureKind {
    PRACTICE_SUSPENDED,
    PRESCRIBING_STOPPED,
    LICENCE_REVOKED,
    REGISTRATION_CANCELLED;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in case files. */
    public String word() {
      return word;
    }

    /** The kind with this word, or empty when there is none. */
    public static Optional<MeasureKind> find(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  /**
   * 「措施决定」 A measure in force.
   *
   * @param from its first day
   * @param through its last day, or null while it has none
   * @param at the only site it holds at (for stopped prescribing), or null for every site
   * @param sanction whether the cancellation of a registration is a sanction
   */
  record MeasureTaken(
      Head head,
      PersonId person,
      MeasureKind measure,
      LocalDate from,
      @Nullable LocalDate through,
      @Nullable InstitutionId at,
      boolean sanction)
      implements MeasureFact {
    @Override
    public FactKind kind() {
      return FactKind.MEASURE;
    }
  }

  /** 「措施解除」 A measure is over; its legal day is the first day without it. */
  record MeasureLifted(Head head, PersonId person, MeasureKind measure, @Nullable InstitutionId at)
      implements MeasureFact {
    @Override
    public FactKind kind() {
      return FactKind.MEASURE_LIFTED;
    }
  }
}
