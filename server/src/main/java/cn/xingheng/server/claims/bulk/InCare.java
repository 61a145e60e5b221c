package cn.xingheng.server.claims.bulk;

import java.math.BigInteger;
import java.time.LocalDate;

/**
 * What the lines of some days tell of a physician's care at an institution; sums in fen.
 *
 * @param inpatient how many of the lines are of inpatients
 * @param paid how many of the lines were payable
 * @param last the day of the last order
 * @param unresolved of lines that could not be decided
 */
public record InCare(
    String institution, String physician, long lines, long inpatient, long paid, LocalDate last, BigInteger fen,
    BigInteger unresolved) {}
