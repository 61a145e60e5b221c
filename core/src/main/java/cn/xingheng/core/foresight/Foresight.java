package cn.xingheng.core.foresight;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.basics.Refusal.Word;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.claims.ClaimSpan;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.sanction.Exclusion;
import cn.xingheng.core.sanction.Sanction;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.House;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.core.standing.State;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/**
 * 「预见」 What follows if one more fact about a physician is recorded, and what does not.
 *
 * <p>Both sides are reckoned with all that is given, days of service written in the facts included, as if they had
 * already happened: a form that names a day of service ahead shows what comes of that service.
 *
 * @param unsaved the fact that is not recorded yet
 * @param site the site the states are of
 * @param day the day the states are of: today, or the legal day of the fact when that lies ahead
 * @param judgment what the law makes of the fact
 * @param waitsFor what the fact, though taken, still waits for before it has effect, or null
 * @param rejudged the facts recorded before that are taken and no longer would be, or the other way about: facts of one
 *     day of recording are taken in one order
 * @param before the state without the fact
 * @param after the state with it
 * @param changes days in a row at the site on which the standing or its causes are others, past days included
 * @param elsewhere the same at the person's other sites
 * @param lines for each setting, the days at the site whose claim lines are decided otherwise; none where none are
 * @param duties what is newly due, still due, done, comes later and falls away
 * @param assumed the day on which a next sanction is assumed to be decided and served
 * @param effect how the first lawful day is counted: of the fact itself when it is a sanction that was served,
 *     of a sanction served on the assumed day when there are choices, else null
 * @param choices the suspensions and terminations that then must or may be decided
 * @param sanctions the sanctions that come, go or have other days
 * @param bars the bars that come, go or have other days
 * @param ladderBefore the account and period the fact counts in, without the fact
 * @param ladderAfter the same with it
 */
public record Foresight(
    Fact unsaved,
    InstitutionId site,
    LocalDate day,
    Judgment judgment,
    @Nullable Word waitsFor,
    List<Rejudged> rejudged,
    State before,
    State after,
    List<StandingChange> changes,
    List<StandingChange> elsewhere,
    Map<Setting, List<ClaimSpan.Change>> lines,
    List<DutyAhead> duties,
    LocalDate assumed,
    @Nullable Counting effect,
    List<Choice> choices,
    List<SanctionChange> sanctions,
    List<BarChange> bars,
    Ladder ladderBefore,
    Ladder ladderAfter,
    Trail trail) {

  public Foresight {
    rejudged = List.copyOf(rejudged);
    changes = List.copyOf(changes);
    elsewhere = List.copyOf(elsewhere);
    lines = lines.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(lines));
    duties = List.copyOf(duties);
    choices = List.copyOf(choices);
    sanctions = List.copyOf(sanctions);
    bars = List.copyOf(bars);
  }

  /**
   * What follows, with a next sanction assumed on the latest of today, the fact's legal day and its service.
   *
   * @param facts every recorded fact about the person, in any order
   * @param unsaved a fact about the same person, or a revision of one, with an id of its own
   * @throws IllegalArgumentException when the unsaved fact is about an institution or its id is taken
   */
  public static Foresight reckon(
      Law law, House house, Collection<? extends Fact> facts, Fact unsaved, InstitutionId site, LocalDate today) {
    return new Foreseeing(law, house, facts, unsaved).reckon(site, today, null);
  }

  /**
   * As {@link #reckon(Law, House, Collection, Fact, InstitutionId, LocalDate)}, with a day for the next sanction.
   *
   * @param assumed the day on which it is assumed to be decided and served; not before the day of the states
   */
  public static Foresight reckon(
      Law law, House house, Collection<? extends Fact> facts, Fact unsaved, InstitutionId site, LocalDate today,
      LocalDate assumed) {
    return new Foreseeing(law, house, facts, unsaved).reckon(site, today, assumed);
  }

  /** Whether the law takes the fact. */
  public boolean accepted() {
    return judgment instanceof Judgment.Accepted;
  }

  /** Why the law does not take the fact, or empty when it does. */
  public Optional<Refusal> refusal() {
    return judgment instanceof Judgment.Refused(Refusal refusal) ? Optional.of(refusal) : Optional.empty();
  }

  /** The recorded facts that were taken and would be refused because of the new one: then nothing must be recorded. */
  public List<Rejudged> displaced() {
    return rejudged.stream().filter(one -> one.after() instanceof Judgment.Refused).toList();
  }

  /** Whether the standing at the site is the same on every day, whatever its causes. */
  public boolean standingUnchanged() {
    return changes.stream().noneMatch(StandingChange::differs);
  }

  /** The first change of the standing at the site that reaches beyond the day of the states; it may have begun. */
  public Optional<StandingChange> nextChange() {
    return changes.stream().filter(change -> change.differs() && change.days().getEnd().isAfter(day)).findFirst();
  }

  /** The duties in this progress. */
  public List<DutyAhead> duties(DutyAhead.Progress progress) {
    return duties.stream().filter(duty -> duty.progress() == progress).toList();
  }

  /** The next threshold above the new total of the account, or empty at the top. */
  public Optional<Ladder.Rung> next() {
    return ladderAfter.next();
  }

  /** 「改判」 A recorded fact that the law would make something else of. */
  public record Rejudged(FactId fact, Judgment before, Judgment after) {}

  /**
   * 「资格变动」 Days in a row on which the standing at a site, or its causes, are others than before.
   *
   * @param days half-open, possibly without end
   */
  public record StandingChange(
      InstitutionId site, LocalDateRange days, Standing before, Set<Cause> causesBefore, Standing after,
      Set<Cause> causesAfter) {

    public StandingChange {
      causesBefore = Collections.unmodifiableSet(new TreeSet<>(causesBefore));
      causesAfter = Collections.unmodifiableSet(new TreeSet<>(causesAfter));
    }

    /** Whether the standing itself is another, not only its causes. */
    public boolean differs() {
      return before != after;
    }
  }

  /**
   * 「处理变动」 A sanction that comes, goes or has other days.
   *
   * @param before as it was, or null when it comes with the fact
   * @param after as it is, or null when it goes with the fact
   */
  public record SanctionChange(FactId sanction, @Nullable Sanction before, @Nullable Sanction after) {

    /** Whether it stood and no longer does. */
    public boolean falls() {
      return before != null && before.stands() && (after == null || !after.stands());
    }
  }

  /**
   * 「禁入变动」 A bar that comes, goes or has other days.
   *
   * @param termination the termination it follows from
   */
  public record BarChange(FactId termination, @Nullable Exclusion before, @Nullable Exclusion after) {}
}
