/**
 * Measures: data from a seed, the peers that answer the same question, and runs side by side of them and ours.
 *
 * <p>Nothing here is shipped. {@code bench/run.sh} starts {@link cn.xingheng.bench.Bench}; what it found stands in
 * {@code bench/RESULTS.md}. Data come from {@link cn.xingheng.bench.ClaimFiles}, a comparison is a
 * {@code Comparison}, and two answers are held against each other, line by line, by {@code SameAnswers}.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.bench;
