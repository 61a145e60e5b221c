package cn.xingheng.server.claims;

import cn.xingheng.core.claims.Setting;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the holder of a code stands everywhere.
 *
 * @param person the holder
 * @param province whose law applies
 * @param stays by institution: every one where there ever was an agreement or a visiting post
 * @param elsewhere what a line says whose physician has an agreement in force at another institution only
 * @param unsigned what a line says whose physician has none anywhere on its day
 * @param known whether the house has the edition of the province
 */
record Timeline(
    String person, String province, Map<String, Stay> stays, Situation elsewhere, Situation unsigned, boolean known) {
  Timeline {
    stays = Map.copyOf(stays);
  }

  /**
   * The verdict on a line, or null where the days kept do not tell: before the first of them, of somebody of whom
   * nothing was ever taken, and at another institution of somebody who was barred; that is for the dossier to say.
   */
  @Nullable ClaimVerdict answer(String id, String institution, LocalDate day, Setting setting) {
    if (!known) {
      return ClaimVerdict.withoutEdition(id);
    }
    Stay stay = stays.get(institution);
    if (stay != null) {
      return stay.covers(day) ? stay.answer(id, day, setting) : null;
    }
    boolean inForce = false;
    for (Stay other : stays.values()) {
      if (!other.covers(day) || other.barred()) {
        return null;
      }
      inForce |= other.on(day).inForce();
    }
    // Neither verdict ever turns into another: nothing is signed here on any day that is known.
    return stays.isEmpty() ? null : (inForce ? elsewhere : unsigned).answer(id, setting, null);
  }
}
