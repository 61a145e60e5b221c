package cn.xingheng.server.claims.bulk;

import java.math.BigInteger;

/** What an institution is not paid, by verdict and cause; the sum in fen. */
public record Exposure(String institution, String verdict, String because, long lines, BigInteger fen) {}
