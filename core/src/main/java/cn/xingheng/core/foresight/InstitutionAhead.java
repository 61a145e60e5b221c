package cn.xingheng.core.foresight;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.institution.Tally;
import cn.xingheng.core.rulebook.InstitutionTier;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.House;
import cn.xingheng.core.standing.Rolls;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * 「机构预见」 What one more fact about a physician would bring to an institution (L18, L19).
 *
 * <p>The figures are those of the first day from today on which the fact makes a difference: a termination counts from
 * its first day. Where it makes one only on days gone by, they are those of the last such day; where it makes none, of
 * today.
 *
 * @param day the day of the figures
 * @param before the figures and the tier without the fact
 * @param after the same with it
 * @param dueBefore whether a tier reached by then still waits for a decision; of today, when the day has gone by
 * @param dueAfter the same with the fact
 */
public record InstitutionAhead(
    InstitutionId site, LocalDate day, Consequence before, Consequence after, boolean dueBefore, boolean dueAfter) {

  /**
   * What a fact about one physician would bring.
   *
   * @param notices what was told to institutions; others than this one are left aside
   * @param rest what all other physicians bring
   * @param without the physician's dossier without the fact
   * @param with the same with it
   */
  public static InstitutionAhead reckon(
      House house, Collection<? extends Fact> notices, InstitutionId site, Tally rest, Dossier without, Dossier with,
      LocalDate today) {
    Tally before = Rolls.tally(without, site);
    Tally after = Rolls.tally(with, site);
    LocalDate day = day(before, after, today);
    Consequence was = Rolls.reckon(house, notices, site, rest.plus(before), day);
    Consequence is = Rolls.reckon(house, notices, site, rest.plus(after), day);
    return day.isBefore(today)
        ? new InstitutionAhead(
            site, day, was, is, Rolls.reckon(house, notices, site, rest.plus(before), today).due(),
            Rolls.reckon(house, notices, site, rest.plus(after), today).due())
        : new InstitutionAhead(site, day, was, is, was.due(), is.due());
  }

  private static LocalDate day(Tally before, Tally after, LocalDate today) {
    if (!before.on(today).same(after.on(today))) {
      return today;
    }
    LocalDate last = null;
    boolean differed = false;
    for (LocalDate turn : before.turns(after)) {
      boolean differs = !before.on(turn).same(after.on(turn));
      if (differs && turn.isAfter(today)) {
        return turn;
      }
      last = differed && !differs ? turn.minusDays(1) : last;
      differed = differs;
    }
    return last == null ? today : last;
  }

  /** Whether points or share are others. */
  public boolean differs() {
    return before.points() != after.points() || before.endedShare().compareTo(after.endedShare()) != 0;
  }

  /** Whether anything about the institution is another: points, share, tier, or what waits for a decision. */
  public boolean changes() {
    return differs() || !before.tier().equals(after.tier()) || dueBefore != dueAfter;
  }

  /** The tier that is newly reached, or empty. */
  public Optional<InstitutionTier> reached() {
    return before.tier().equals(after.tier()) || !higher() ? Optional.empty() : after.tier();
  }

  /** The tier that no longer holds, or empty. */
  public Optional<InstitutionTier> lost() {
    return before.tier().equals(after.tier()) || higher() ? Optional.empty() : before.tier();
  }

  private boolean higher() {
    return after.tier().isPresent()
        && before.tier().map(tier -> tier.points() < after.tier().orElseThrow().points()).orElse(true);
  }
}
