package cn.xingheng.core.foresight;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.claims.ClaimAnswer;
import cn.xingheng.core.claims.ClaimSpan;
import cn.xingheng.core.claims.ClaimSpans;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.foresight.Foresight.BarChange;
import cn.xingheng.core.foresight.Foresight.Rejudged;
import cn.xingheng.core.foresight.Foresight.SanctionChange;
import cn.xingheng.core.foresight.Foresight.StandingChange;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.History;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.core.standing.TurningDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** 「比较」 What differs between the dossier without a fact and the one with it. */
record Comparing(Dossier before, Dossier after) {

  /** The days on which the standing at a site, or its causes, differ. */
  List<StandingChange> standings(InstitutionId site) {
    List<LocalDate> days = turns();
    List<StandingChange> changes = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      LocalDate end = i + 1 < days.size() ? days.get(i + 1) : LocalDate.MAX;
      Set<Cause> causesBefore = EnumSet.noneOf(Cause.class);
      Set<Cause> causesAfter = EnumSet.noneOf(Cause.class);
      Standing was = ClaimAnswer.standing(before, site, days.get(i), causesBefore);
      Standing becomes = ClaimAnswer.standing(after, site, days.get(i), causesAfter);
      if (was != becomes || !causesBefore.equals(causesAfter)) {
        LocalDateRange range = LocalDateRange.of(days.get(i), end);
        join(changes, new StandingChange(site, range, was, causesBefore, becomes, causesAfter));
      }
    }
    return changes;
  }

  private List<LocalDate> turns() {
    SortedSet<LocalDate> turns = new TreeSet<>(TurningDays.reckon(before));
    turns.addAll(TurningDays.reckon(after));
    return List.copyOf(turns);
  }

  private static void join(List<StandingChange> changes, StandingChange next) {
    StandingChange last = changes.isEmpty() ? null : changes.getLast();
    if (last == null || !last.days().getEnd().equals(next.days().getStart()) || !alike(last, next)) {
      changes.add(next);
      return;
    }
    LocalDateRange days = LocalDateRange.of(last.days().getStart(), next.days().getEnd());
    changes.set(
        changes.size() - 1,
        new StandingChange(
            next.site(), days, next.before(), next.causesBefore(), next.after(), next.causesAfter()));
  }

  private static boolean alike(StandingChange one, StandingChange other) {
    return one.before() == other.before() && one.after() == other.after()
        && one.causesBefore().equals(other.causesBefore()) && one.causesAfter().equals(other.causesAfter());
  }

  /** The differing days at every other site of the person. */
  List<StandingChange> elsewhere(InstitutionId site) {
    Set<InstitutionId> sites = new LinkedHashSet<>(before.sites());
    sites.addAll(after.sites());
    sites.remove(site);
    return sites.stream().flatMap(other -> standings(other).stream()).toList();
  }

  /** The claim lines decided otherwise, by setting. */
  Map<Setting, List<ClaimSpan.Change>> lines(InstitutionId site) {
    Map<Setting, List<ClaimSpan.Change>> lines = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      List<ClaimSpan.Change> changes = ClaimSpans.changes(before, after, site, setting);
      if (!changes.isEmpty()) {
        lines.put(setting, changes);
      }
    }
    return lines;
  }

  /** The sanctions that come, go, or differ in days or effect. */
  List<SanctionChange> sanctions() {
    Map<FactId, Sanction> was = new LinkedHashMap<>();
    before.sanctions().all().forEach(sanction -> was.put(sanction.id(), sanction));
    List<SanctionChange> changes = new ArrayList<>();
    for (Sanction now : after.sanctions().all()) {
      Sanction old = was.remove(now.id());
      if (old == null || !same(old, now)) {
        changes.add(new SanctionChange(now.id(), old, now));
      }
    }
    was.forEach((id, gone) -> changes.add(new SanctionChange(id, gone, null)));
    return changes;
  }

  private static boolean same(Sanction one, Sanction other) {
    return one.status() == other.status() && one.length() == other.length()
        && Objects.equals(one.first(), other.first()) && Objects.equals(one.last(), other.last())
        && Objects.equals(one.earliest(), other.earliest());
  }

  /** The bars that come, go, or differ in days or reach. */
  List<BarChange> bars() {
    Map<FactId, Exclusion> was = new LinkedHashMap<>();
    before.exclusions().forEach(bar -> was.put(bar.of().id(), bar));
    List<BarChange> changes = new ArrayList<>();
    for (Exclusion now : after.exclusions()) {
      Exclusion old = was.remove(now.of().id());
      if (old == null || !old.days().equals(now.days()) || old.province() != now.province()) {
        changes.add(new BarChange(now.of().id(), old, now));
      }
    }
    was.forEach((id, gone) -> changes.add(new BarChange(id, gone, null)));
    return changes;
  }

  /** The facts that were taken and no longer are, or the other way about. */
  static List<Rejudged> rejudged(History before, History after) {
    List<Rejudged> found = new ArrayList<>();
    before.judgments().forEach(
        (id, was) -> {
          @Nullable Judgment now = after.judgments().get(id);
          if (now != null && was instanceof Judgment.Accepted != now instanceof Judgment.Accepted) {
            found.add(new Rejudged(id, was, now));
          }
        });
    return found;
  }
}
