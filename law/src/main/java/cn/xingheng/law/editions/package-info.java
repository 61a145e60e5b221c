/**
 * Editions of regulations as files: those that are shipped, the strict reader of any, and the differences of two.
 *
 * <p>Reads through {@link cn.xingheng.law.yaml} into the algebra of {@code cn.xingheng.core.rulebook}; holds no
 * number of any regulation and names no edition. Central types: {@link cn.xingheng.law.editions.Editions} and
 * {@link cn.xingheng.law.editions.EditionReader}.
 */
@NullMarked
package cn.xingheng.law.editions;

import org.jspecify.annotations.NullMarked;
