package cn.xingheng.server.institution;

import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.rulebook.InstitutionTier;
import cn.xingheng.server.register.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * One institution in the list.
 *
 * @param inForce physicians with an agreement there, suspended or not
 * @param suspended those of them who are suspended
 * @param reached what its points and ended physicians of the calendar year come to, the trail without their facts
 * @param next the tier above the one reached, or null at the top and where the edition has none
 */
public record InstitutionRow(
    Organisation organisation, String area, int inForce, int suspended, Consequence reached,
    @Nullable InstitutionTier next) {

  /** Points that count for acts there in the calendar year. */
  public int points() {
    return reached.points();
  }

  /** How many points are missing to the next tier, or null when there is none. */
  public @Nullable Integer missing() {
    return next == null ? null : (Integer) Math.max(0, next.points() - reached.points());
  }
}
