/**
 * Standings files: who stood how, where and when, reckoned from files of facts, for matching in bulk.
 *
 * <p>May touch files and the case reader; reckons nothing itself. What is written here and matched line by line must
 * give the answer that a case gives; a test compares the two. Central type:
 * {@link cn.xingheng.law.standings.Standings}.
 */
@NullMarked
package cn.xingheng.law.standings;

import org.jspecify.annotations.NullMarked;
