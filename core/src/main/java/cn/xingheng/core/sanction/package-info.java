/**
 * 「处理」 What totals now require or allow, and what decided suspensions, terminations and bars amount to.
 *
 * <p>Looks to ledger and all to its left. Central types: {@link cn.xingheng.core.sanction.Ground} and
 * {@link cn.xingheng.core.sanction.Sanction}.
 */
@NullMarked
package cn.xingheng.core.sanction;

import org.jspecify.annotations.NullMarked;
