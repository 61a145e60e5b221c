package cn.xingheng.server.claims.bulk;

import java.math.BigInteger;

/** Items of a kind in a state, added up; the sum in fen. */
public record Share(Item.Kind kind, Item.State state, long items, BigInteger fen) {}
