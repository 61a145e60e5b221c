/**
 * 「结算匹配」 One claim line against the standing of its day: the verdict with its article.
 *
 * <p>Looks to standing and all to its left. Central type: {@link cn.xingheng.core.claims.Verdict}.
 */
@NullMarked
package cn.xingheng.core.claims;

import org.jspecify.annotations.NullMarked;
