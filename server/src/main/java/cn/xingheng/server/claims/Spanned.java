package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.ClaimSpan;
import cn.xingheng.core.claims.ClaimSpans;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/**
 * How one physician stands at one institution, day by day, with the law that governs.
 *
 * @param spans in order, without gaps, the last without end
 */
record Spanned(Law law, List<ClaimSpan> spans) {
  Spanned {
    spans = List.copyOf(spans);
  }

  /** Reckoned from the dossier: from the beginning of time, for every institution. */
  static Spanned reckon(Dossier dossier, InstitutionId site) {
    List<ClaimSpan> known = ClaimSpans.reckon(dossier, site);
    LocalDate first = known.isEmpty() ? LocalDate.MAX : known.getFirst().days().getStart();
    List<ClaimSpan> spans = new ArrayList<>();
    if (first.isAfter(LocalDate.MIN)) {
      Set<Cause> causes = EnumSet.noneOf(Cause.class);
      Standing before = ClaimAnswer.standing(dossier, site, first.minusDays(1), causes);
      spans.add(new ClaimSpan(LocalDateRange.of(LocalDate.MIN, first), before, causes));
    }
    spans.addAll(known);
    return new Spanned(dossier.law(), spans);
  }

  /** A code that nobody holds. */
  static Spanned nobody(Law law) {
    LocalDateRange ever = LocalDateRange.of(LocalDate.MIN, LocalDate.MAX);
    return new Spanned(law, List.of(new ClaimSpan(ever, Standing.NONE, EnumSet.of(Cause.UNKNOWN_CODE))));
  }

  /** Whether the day is spoken of. */
  boolean covers(LocalDate day) {
    return !spans.isEmpty() && !day.isBefore(spans.getFirst().days().getStart());
  }

  /** The verdict on a line of this day, which must be covered. */
  ClaimVerdict on(String id, LocalDate day, Setting setting) {
    int at = 0;
    while (!spans.get(at).days().getEnd().isAfter(day)) {
      at++;
    }
    ClaimSpan span = spans.get(at);
    Verdict verdict = verdict(span, setting);
    return ClaimVerdict.of(id, law.edition(), verdict, span.causes(), until(at, verdict, setting));
  }

  /** The last day before the verdict changes, or null when it never does. */
  private @Nullable LocalDate until(int from, Verdict verdict, Setting setting) {
    int next = from + 1;
    while (next < spans.size() && verdict(spans.get(next), setting) == verdict) {
      next++;
    }
    return next == spans.size() ? null : spans.get(next).days().getStart().minusDays(1);
  }

  private Verdict verdict(ClaimSpan span, Setting setting) {
    return ClaimAnswer.verdict(law, span.standing(), span.causes(), setting);
  }
}
