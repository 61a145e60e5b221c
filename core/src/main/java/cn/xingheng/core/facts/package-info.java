/**
 * 「事实」 What can be recorded: the closed vocabulary of facts, each with its legal day and the day it became known.
 *
 * <p>Looks to basics only. Facts carry no rules; what the law makes of them is reckoned to the right.
 * Central type: {@link cn.xingheng.core.facts.Fact}.
 */
@NullMarked
package cn.xingheng.core.facts;

import org.jspecify.annotations.NullMarked;
