package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;
import org.jspecify.annotations.Nullable;

/**
 * 「外部措施规则」 What a measure of another authority does to the standing.
 *
 * @param ends whether it ends the agreement; otherwise it suspends
 * @param approval whether settlement resumes only on application and approval once the measure is over
 * @param terminate whether it makes a termination due
 * @param ground the finding it is, or null
 */
public record OutsideMeasure(
    boolean ends, boolean approval, boolean terminate, @Nullable String ground, Citation citation, String gloss) {}
