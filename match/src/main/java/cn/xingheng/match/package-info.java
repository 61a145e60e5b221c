/**
 * Bulk settlement matching: claim lines in, one verdict each out, in the order they came.
 *
 * <p>The river: {@code ChunkSource} cuts a stream into chunks of whole records, {@code BlockMatcher} reads and
 * decides the records of a chunk against a {@code StandingTable}, {@code Matching} keeps some chunks on their way on
 * several threads and hands what came out to {@code Sinks}, in order. All that is bytes in and bytes out, so that the
 * same matcher can run elsewhere; files are known to {@link cn.xingheng.match.MatchRun} and what it uses: {@code
 * InputFile}, {@code Outputs}, {@code Part}, {@code Journal}. Standings come from a CSV file ({@code StandingReader})
 * or from a {@link cn.xingheng.match.SnapshotFile}. Libraries that unpack files come in from outside, as {@link
 * cn.xingheng.match.Packing}.
 *
 * <p>Other machines take {@link cn.xingheng.match.SplitMatching}: a split of a file, matched by itself.
 *
 * <p>The room may see {@code core} and the JDK. What a line gets is decided by
 * {@link cn.xingheng.core.claims.Verdict#of}; here it is only found, quickly, which standing and cause the line meets.
 *
 * <p>The central type is {@link cn.xingheng.match.MatchRun}.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.match;
