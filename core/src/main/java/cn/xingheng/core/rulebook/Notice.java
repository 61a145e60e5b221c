package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;

/**
 * 「提前告知」 How many full working days lie between service and effect.
 *
 * @param workingDays 0 or more; at 0 the effect begins the day after service
 */
public record Notice(int workingDays, Citation citation, String gloss) {}
