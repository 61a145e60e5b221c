/**
 * The peers: other ways to answer the same question, each a program of its own with the same four arguments.
 *
 * <p>{@code STANDINGS CLAIMS VERDICTS TOTALS}: the first two are read, a verdict a line goes to the third as
 * {@code claim_id,verdict,because} in any order, totals to the fourth as {@code kind,key,lines,fen}. Nothing here looks
 * at {@code match}: a peer that borrowed from it would prove nothing.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.bench.peers;
