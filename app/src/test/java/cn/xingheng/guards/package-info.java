/**
 * The fences of the house: what no single module can check about itself.
 *
 * <p>{@link cn.xingheng.guards.Fences} reads classes, {@link cn.xingheng.guards.Tidy} reads sources, and
 * {@link cn.xingheng.guards.StyleTest} keeps STYLE.md and both of them in step.
 * Each guard is shown to fail on a planted breach, and to fail when it finds nothing to look at.
 *
 * <p>What is under {@code planted} breaks the rules on purpose.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.guards;
