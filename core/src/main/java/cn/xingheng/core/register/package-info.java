/**
 * 「名册」 Institutions and their own agreements, as known: when in force, when suspended, when ended.
 *
 * <p>Looks to basics, calendar, rulebook and facts. Consequences for physicians are reckoned to the right.
 * Central type: {@link cn.xingheng.core.register.Register}.
 */
@NullMarked
package cn.xingheng.core.register;

import org.jspecify.annotations.NullMarked;
