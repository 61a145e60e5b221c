package cn.xingheng.server.claims.bulk;

import cn.xingheng.core.claims.Verdict;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A claim line with its verdict.
 *
 * @param line its place in the file, from 1, the header counted
 * @param issuedAt in Beijing
 * @param because the word of the decisive cause, or nothing
 */
public record Line(
    long line, String claimId, LocalDateTime issuedAt, String physician, String institution, String setting, long fen,
    String verdict, String because) {

  /** The day of the order. */
  public LocalDate day() {
    return issuedAt.toLocalDate();
  }

  /** The same line, not decided. */
  Line undecided() {
    return new Line(
        line, claimId, issuedAt, physician, institution, setting, fen, Verdict.UNRESOLVED.word(), "");
  }

  /** Whether both say the same of the same claim, whatever was decided. */
  boolean saysTheSame(Line other) {
    return claimId.equals(other.claimId) && issuedAt.equals(other.issuedAt) && physician.equals(other.physician)
        && institution.equals(other.institution) && setting.equals(other.setting) && fen == other.fen;
  }
}
