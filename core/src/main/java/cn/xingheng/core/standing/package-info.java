/**
 * 「资格状态」 Facts judged one after the other, holds and enrolments folded into spans: the central answer.
 *
 * <p>Looks to everything up to institution; never to claims. Central types:
 * {@link cn.xingheng.core.standing.History} and {@link cn.xingheng.core.standing.Standing}.
 */
@NullMarked
package cn.xingheng.core.standing;

import org.jspecify.annotations.NullMarked;
