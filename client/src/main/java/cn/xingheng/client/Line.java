package cn.xingheng.client;

import cn.xingheng.core.claims.Setting;
import java.time.LocalDate;

/**
 * 「结算行」 One line that is asked about.
 *
 * @param id the caller's own name of the line; it comes back with the answer and may be used as often as one likes
 * @param physician the physician code; empty when the line has none
 * @param day the Beijing day of the order or prescription
 * @param fen the amount, not negative; it bears on no verdict
 */
public record Line(String id, String physician, String institution, LocalDate day, Setting setting, long fen) {
  /** Refuses what no house takes. */
  public Line {
    physician = physician.strip();
    institution = institution.strip();
    if (id.isBlank() || institution.isEmpty() || fen < 0) {
      throw new IllegalArgumentException("line " + id + " of " + institution + ", " + fen + " fen");
    }
  }
}
