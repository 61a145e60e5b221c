/**
 * 「预见检验」 What a foresight promises, worked by hand and held against the book in which the fact is then recorded.
 *
 * <p>May touch everything of {@code law} and {@code core}. Central type: {@link cn.xingheng.law.foresight.Held}.
 */
@NullMarked
package cn.xingheng.law.foresight;

import org.jspecify.annotations.NullMarked;
