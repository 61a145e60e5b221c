/**
 * 「规则库」 A regulation as data: a small closed algebra of dated rules, each with its article and a gloss.
 *
 * <p>Looks to basics, calendar and facts. Holds no number of any regulation: numbers come from an edition file.
 * Central type: {@link cn.xingheng.core.rulebook.Edition}.
 */
@NullMarked
package cn.xingheng.core.rulebook;

import org.jspecify.annotations.NullMarked;
