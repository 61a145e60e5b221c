/**
 * 「基础」 What every other room speaks with: typed ids, money, shares, citations, trails and refusals.
 *
 * <p>Touches nothing but the JDK. Central type: {@link cn.xingheng.core.basics.Trail}.
 */
@NullMarked
package cn.xingheng.core.basics;

import org.jspecify.annotations.NullMarked;
