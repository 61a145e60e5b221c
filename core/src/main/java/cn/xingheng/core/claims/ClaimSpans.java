package cn.xingheng.core.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.core.standing.TurningDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.threeten.extra.LocalDateRange;

/** 「资格区间」 Standings as spans, for standings files, snapshots and second looks. */
public final class ClaimSpans {

  private ClaimSpans() {}

  /**
   * The spans of a physician at a site, in order, without gaps or overlaps, from the first day on which there is
   * anything to say; the last has no end.
   */
  public static List<ClaimSpan> reckon(Dossier dossier, InstitutionId site) {
    return reckon(dossier, site, TurningDays.reckon(dossier));
  }

  private static List<ClaimSpan> reckon(Dossier dossier, InstitutionId site, SortedSet<LocalDate> turns) {
    List<ClaimSpan> spans = new ArrayList<>();
    List<LocalDate> days = List.copyOf(turns);
    for (int i = 0; i < days.size(); i++) {
      LocalDate end = i + 1 < days.size() ? days.get(i + 1) : LocalDate.MAX;
      Set<Cause> causes = EnumSet.noneOf(Cause.class);
      Standing standing = ClaimAnswer.standing(dossier, site, days.get(i), causes);
      append(spans, new ClaimSpan(LocalDateRange.of(days.get(i), end), standing, causes));
    }
    return spans;
  }

  private static void append(List<ClaimSpan> spans, ClaimSpan span) {
    if (!spans.isEmpty()) {
      ClaimSpan last = spans.getLast();
      if (last.standing() == span.standing() && last.causes().equals(span.causes())) {
        spans.removeLast();
        spans.add(
            new ClaimSpan(
                LocalDateRange.of(last.days().getStart(), span.days().getEnd()), span.standing(), span.causes()));
        return;
      }
    }
    spans.add(span);
  }

  /** The days whose lines of a setting are decided differently by a later knowledge, in order. */
  public static List<ClaimSpan.Change> changes(
      Dossier before, Dossier after, InstitutionId site, Setting setting) {
    SortedSet<LocalDate> turns = new TreeSet<>(TurningDays.reckon(before));
    turns.addAll(TurningDays.reckon(after));
    List<ClaimSpan.Change> changes = new ArrayList<>();
    List<LocalDate> days = List.copyOf(turns);
    for (int i = 0; i < days.size(); i++) {
      LocalDate end = i + 1 < days.size() ? days.get(i + 1) : LocalDate.MAX;
      Verdict was = verdict(before, site, days.get(i), setting);
      Verdict now = verdict(after, site, days.get(i), setting);
      if (was != now) {
        join(changes, new ClaimSpan.Change(LocalDateRange.of(days.get(i), end), was, now));
      }
    }
    return changes;
  }

  private static Verdict verdict(Dossier dossier, InstitutionId site, LocalDate day, Setting setting) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    Standing standing = ClaimAnswer.standing(dossier, site, day, causes);
    return ClaimAnswer.verdict(dossier.law(), standing, causes, setting);
  }

  private static void join(List<ClaimSpan.Change> changes, ClaimSpan.Change change) {
    if (!changes.isEmpty()) {
      ClaimSpan.Change last = changes.getLast();
      if (last.before() == change.before() && last.after() == change.after()
          && last.days().getEnd().equals(change.days().getStart())) {
        changes.removeLast();
        changes.add(
            new ClaimSpan.Change(
                LocalDateRange.of(last.days().getStart(), change.days().getEnd()), change.before(), change.after()));
        return;
      }
    }
    changes.add(change);
  }
}
