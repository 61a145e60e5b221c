package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.ClaimSpan;
import cn.xingheng.core.claims.ClaimSpans;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** How one physician stands at one institution, day by day from a first day on, without gaps and without end. */
final class Stay {
  /** In order, as days since 1970; the least number there is stands for the beginning of time. */
  private final int[] firstDays;

  private final Situation[] situations;

  private Stay(int[] firstDays, Situation[] situations) {
    this.firstDays = firstDays;
    this.situations = situations;
  }

  /** The same for ever. */
  static Stay always(Situation situation) {
    return new Stay(new int[] {Integer.MIN_VALUE}, new Situation[] {situation});
  }

  /** Reckoned from the dossier: from the beginning of time, for every institution. */
  static Stay reckon(Dossier dossier, InstitutionId site, Situation.Pool pool) {
    List<ClaimSpan> known = ClaimSpans.reckon(dossier, site);
    LocalDate first = known.isEmpty() ? LocalDate.MAX : known.getFirst().days().getStart();
    List<ClaimSpan> spans = new ArrayList<>();
    if (first.isAfter(LocalDate.MIN)) {
      Set<Cause> causes = EnumSet.noneOf(Cause.class);
      Standing before = ClaimAnswer.standing(dossier, site, first.minusDays(1), causes);
      spans.add(new ClaimSpan(LocalDateRange.of(LocalDate.MIN, first), before, causes));
    }
    spans.addAll(known);
    Builder stay = new Builder();
    spans.forEach(
        span -> stay.add(span.days().getStart(), pool.of(dossier.law(), span.standing(), span.causes())));
    return stay.build();
  }

  /** Whether the day is spoken of. */
  boolean covers(LocalDate day) {
    return firstDays.length > 0 && firstDays[0] <= number(day);
  }

  /** The situation of a covered day. */
  Situation on(LocalDate day) {
    return situations[at(day)];
  }

  /** Whether any situation, on whatever day, bars this person. */
  boolean barred() {
    return Arrays.stream(situations).anyMatch(Situation::barred);
  }

  /** The verdict on a line of a covered day. */
  ClaimVerdict answer(String id, LocalDate day, Setting setting) {
    int at = at(day);
    Situation situation = situations[at];
    return situation.answer(id, setting, until(at, situation.verdict(setting), setting));
  }

  /** The days of this stay, from the first one on; the last of them has no end. */
  List<StandingDays> days() {
    List<StandingDays> days = new ArrayList<>();
    for (int at = 0; at < firstDays.length; at++) {
      LocalDate through = at + 1 == firstDays.length ? null : LocalDate.ofEpochDay(firstDays[at + 1] - 1L);
      days.add(situations[at].days(LocalDate.ofEpochDay(firstDays[at]), through));
    }
    return days;
  }

  private int at(LocalDate day) {
    int number = number(day);
    int at = firstDays.length - 1;
    while (firstDays[at] > number) {
      at--;
    }
    return at;
  }

  /** The last day before the verdict changes, or null when it never does. */
  private @Nullable LocalDate until(int from, Verdict verdict, Setting setting) {
    int next = from + 1;
    while (next < situations.length && situations[next].verdict(setting) == verdict) {
      next++;
    }
    return next == situations.length ? null : LocalDate.ofEpochDay(firstDays[next] - 1L);
  }

  private static int number(LocalDate day) {
    return Math.clamp(day.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Gathers days in order. */
  static final class Builder {
    private int[] firstDays = new int[4];
    private Situation[] situations = new Situation[4];
    private int size;

    /** From this day on. */
    void add(LocalDate first, Situation situation) {
      if (size == firstDays.length) {
        firstDays = Arrays.copyOf(firstDays, 2 * size);
        situations = Arrays.copyOf(situations, 2 * size);
      }
      firstDays[size] = number(first);
      situations[size++] = situation;
    }

    Stay build() {
      return new Stay(Arrays.copyOf(firstDays, size), Arrays.copyOf(situations, size));
    }
  }
}
