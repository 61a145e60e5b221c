/**
 * Bulk settlement matching: claim lines in, one verdict each out, in the order they came.
 *
 * <p>The river: {@code ChunkSource} cuts a stream into blocks of whole records, {@code BlockMatcher} reads and
 * decides the
 * records of a block against a {@code StandingTable}, {@code Outputs} writes what came out, in order. Blocks are
 * bytes in and
 * bytes out; only {@link cn.xingheng.match.MatchRun} and {@code Outputs} know of files, so that the same matcher can
 * run
 * elsewhere. The room may see {@code core} and the JDK. What a line gets is decided by
 * {@link cn.xingheng.core.claims.Verdict#of}; here it is only found, quickly, which standing and cause the line meets.
 *
 * <p>The central type is {@link cn.xingheng.match.MatchRun}.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.match;
