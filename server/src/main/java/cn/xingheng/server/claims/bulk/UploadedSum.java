package cn.xingheng.server.claims.bulk;

import java.math.BigInteger;

/** Uploaded lines of one verdict that stand, or that were cancelled, added up; the sum in fen. */
public record UploadedSum(boolean cancelled, String verdict, long lines, BigInteger fen) {}
