package cn.xingheng.server.claims.bulk;

import java.math.BigInteger;

/**
 * Some decided lines of a run, added up; amounts in fen.
 *
 * @param name of what they have in common: a verdict, a cause, an institution, a physician's code
 * @param paid what is payable or excepted
 */
public record Sum(
    String name, long lines, BigInteger fen, long refusedLines, BigInteger paid, BigInteger refused,
    BigInteger unresolved) {}
