package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;

/** 「奖励金上限」 The hundredths of the penalties of a year that may be spent on rewards. */
public record FundCeiling(int percent, Citation citation, String gloss) {}
