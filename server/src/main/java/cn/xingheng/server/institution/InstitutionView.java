package cn.xingheng.server.institution;

import cn.xingheng.core.basics.Share;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.register.Halt;
import cn.xingheng.core.rulebook.InstitutionTier;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.server.register.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told about one institution.
 *
 * @param agreements its own agreements, each with what became of it, in order
 * @param inForce whether its own agreement exists on the day
 * @param halt the suspension that covers the day, or null
 * @param consequence what its points and ended physicians come to
 * @param tiers of the edition, each with what is missing; none when the edition has none
 * @param standings how many physicians stand how, from the projections of today's knowledge
 * @param items deductions of the year by item, the most points first
 */
public record InstitutionView(
    Organisation organisation, String area, String edition, LocalDate asOf, LocalDate knownAt,
    List<Agreement> agreements, boolean inForce, @Nullable Halt halt, Consequence consequence, List<TierRow> tiers,
    Map<Standing, Integer> standings, List<ItemRow> items) {

  /**
   * One agreement of the institution.
   *
   * @param end the day after its last, {@link LocalDate#MAX} when it is open
   * @param closed the end before its time, or null
   * @param halts suspensions within it
   */
  public record Agreement(
      InstitutionFact.Opened opened, LocalDate end, InstitutionFact.@Nullable Closed closed, List<Halt> halts) {
    public Agreement {
      halts = List.copyOf(halts);
    }

    /** The last day, or null when it is open. */
    public @Nullable LocalDate last() {
      return end.equals(LocalDate.MAX) ? null : end.minusDays(1);
    }
  }

  /**
   * A tier and where the institution stands towards it.
   *
   * @param reached whether points or share reach it
   * @param here whether it is the one that applies
   * @param points how many points are missing to it, 0 when reached by points
   * @param shareReached whether the share reaches it
   */
  public record TierRow(InstitutionTier tier, boolean reached, boolean here, int points, boolean shareReached) {}

  /** Deductions under one item. */
  public record ItemRow(Item item, int times, int persons, int points) {}

  public InstitutionView {
    agreements = List.copyOf(agreements);
    tiers = List.copyOf(tiers);
    standings = Map.copyOf(standings);
    items = List.copyOf(items);
  }

  /** How many stand so. */
  public int count(Standing standing) {
    return standings.getOrDefault(standing, 0);
  }

  /** The share of the ended in per cent, two places, cut off and not rounded: the fraction beside it is exact. */
  public static String percent(Share share) {
    long hundredths = Math.multiplyExact(share.part(), 10_000L) / share.whole();
    boolean exact = Math.multiplyExact(share.part(), 10_000L) % share.whole() == 0;
    String text = hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100 + "%";
    return exact ? text : text + "…";
  }
}
