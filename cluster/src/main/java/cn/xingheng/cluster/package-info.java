/**
 * The room that spreads matching over the machines of an Apache Spark cluster: same verdicts, same bytes.
 *
 * <p>{@link cn.xingheng.cluster.ClusterMatch} is what {@code spark-submit} starts. {@code ClaimFiles} finds what is to
 * be matched and cuts it into {@code Split}s, {@code ClusterRun} has them matched by {@code SplitTask}s and checks that
 * each began where the one before ended, {@code FinishTask} brings totals and rejects together, {@code OutFolder} puts
 * everything in its place at the end. Files lie on any file system that Hadoop knows, see {@code Storage}.
 *
 * <p>The room may see {@code core}, {@code match}, {@code formats}, Spark and Hadoop; nobody sees it. What a line gets
 * is none of its business: whole blocks go to {@link cn.xingheng.match.SplitMatching}.
 */
@NullMarked
package cn.xingheng.cluster;

import org.jspecify.annotations.NullMarked;
