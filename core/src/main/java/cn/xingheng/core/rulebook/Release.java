package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;

/** 「申请解除」 The notice, in full working days, of an end on request; and where leaving stands. */
public record Release(int workingDays, Citation citation, Citation leaveCitation, String gloss) {}
