/**
 * 「预见」 What would follow if one more fact were recorded: the comparison of two books, before anybody signs anything.
 *
 * <p>Looks to all other subjects; nothing looks to it. It adds no law: each answer is what the subjects to its left say
 * of the facts with and without the new one. Central type: {@link cn.xingheng.core.foresight.Foresight}.
 */
@NullMarked
package cn.xingheng.core.foresight;

import org.jspecify.annotations.NullMarked;
