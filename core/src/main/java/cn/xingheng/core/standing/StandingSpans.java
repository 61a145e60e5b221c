package cn.xingheng.core.standing;

import cn.xingheng.core.basics.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.threeten.extra.LocalDateRange;

/** 「资格时段」 The standing of a physician at a site over all time, as the fewest spans that tell it. */
public final class StandingSpans {

  private StandingSpans() {}

  /**
   * The spans at a site, in order, without gaps or overlaps; two neighbours always differ. The first has no beginning
   * and the last no end.
   */
  public static List<StandingSpan> reckon(Dossier dossier, InstitutionId site) {
    List<LocalDate> turns = List.copyOf(TurningDays.reckon(dossier));
    List<StandingSpan> spans = new ArrayList<>();
    LocalDate before = turns.isEmpty() ? LocalDate.EPOCH : turns.getFirst().minusDays(1);
    LocalDate end = turns.isEmpty() ? LocalDate.MAX : turns.getFirst();
    append(spans, span(dossier, site, LocalDateRange.of(LocalDate.MIN, end), before));
    for (int i = 0; i < turns.size(); i++) {
      LocalDate until = i + 1 < turns.size() ? turns.get(i + 1) : LocalDate.MAX;
      append(spans, span(dossier, site, LocalDateRange.of(turns.get(i), until), turns.get(i)));
    }
    return List.copyOf(spans);
  }

  private static StandingSpan span(Dossier dossier, InstitutionId site, LocalDateRange days, LocalDate asked) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    Standing standing = Qualifications.fold(dossier, site, asked, causes);
    return new StandingSpan(days, standing, causes);
  }

  private static void append(List<StandingSpan> spans, StandingSpan span) {
    Optional<StandingSpan> joined = spans.isEmpty() ? Optional.empty() : spans.getLast().join(span);
    if (joined.isPresent()) {
      spans.removeLast();
    }
    spans.add(joined.orElse(span));
  }
}
