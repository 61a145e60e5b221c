package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;
import java.time.MonthDay;

/** 「年度申报截止」 The last day of the yearly declaration, and where the exception for special talent stands. */
public record Declaration(MonthDay until, Citation citation, Citation specialCitation, String gloss) {}
