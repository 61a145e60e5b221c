package cn.xingheng.core.foresight;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.foresight.DutyAhead.Progress;
import cn.xingheng.core.standing.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.threeten.extra.LocalDateRange;

/** 「义务比较」 The duties without a fact and with it, on a day and on the days on which something changes after it. */
final class DutiesAhead {

  private final Comparing both;
  private final FactId about;
  private final LocalDateRange period;
  private final List<DutyAhead> found = new ArrayList<>();
  private final Set<Arisen.Key> told = new HashSet<>();

  private DutiesAhead(Comparing both, FactId about, LocalDateRange period) {
    this.both = both;
    this.about = about;
    this.period = period;
  }

  /**
   * The duties that a fact bears on, and all that are due.
   *
   * @param about the fact, or what it corrects
   * @param period the period of the account: what was done in it is told too
   * @param ahead the days after {@code day} on which something changes
   */
  static List<DutyAhead> reckon(
      Comparing both, FactId about, LocalDateRange period, LocalDate day, SortedSet<LocalDate> ahead) {
    DutiesAhead duties = new DutiesAhead(both, about, period);
    duties.onDay(day);
    ahead.forEach(duties::later);
    return duties.found;
  }

  private void onDay(LocalDate day) {
    Map<Arisen.Key, Arisen> before = Arisen.reckon(both.before(), day);
    Map<Arisen.Key, Arisen> after = Arisen.reckon(both.after(), day);
    after.forEach(
        (key, now) -> {
          Arisen old = before.get(key);
          boolean wasDue = old != null && old.due();
          List<FactId> done = now.done(both.after(), day);
          if (now.due()) {
            add(both.after(), key, now, wasDue ? Progress.STILL : Progress.NEW, done);
          } else if (wasDue || told(now)) {
            add(both.after(), key, now, done.isEmpty() ? Progress.IDLE : Progress.DONE, done);
          }
        });
    before.forEach(
        (key, old) -> {
          if (old.due() && !after.containsKey(key)) {
            add(both.before(), key, old, Progress.FALLS, List.of());
          }
        });
  }

  private void later(LocalDate day) {
    Map<Arisen.Key, Arisen> before = Arisen.reckon(both.before(), day);
    Map<Arisen.Key, Arisen> after = Arisen.reckon(both.after(), day);
    after.forEach(
        (key, now) -> {
          if (now.due() && !due(before, key) && !told.contains(key)) {
            add(both.after(), key, now, Progress.LATER, List.of());
          }
        });
    before.forEach(
        (key, old) -> {
          if (old.due() && !due(after, key) && !told.contains(key)) {
            add(both.before(), key, old, Progress.FALLS, List.of());
          }
        });
  }

  private static boolean due(Map<Arisen.Key, Arisen> duties, Arisen.Key key) {
    Arisen duty = duties.get(key);
    return duty != null && duty.due();
  }

  /** Whether a duty that is not due is worth telling: it is about the fact, or about a total of its period. */
  private boolean told(Arisen duty) {
    return about.equals(duty.about()) || (duty.ground() != null && duty.ground().period().overlaps(period));
  }

  private void add(Dossier of, Arisen.Key key, Arisen duty, Progress progress, List<FactId> done) {
    told.add(key);
    found.add(
        new DutyAhead(
            duty.state().duty(), duty.force(), duty.citation(), duty.gloss(of.law().edition()),
            duty.state().account(), duty.about(), duty.state().since(), progress, done));
  }
}
