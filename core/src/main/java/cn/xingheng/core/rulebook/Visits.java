package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;

/** 「来院服务」 How many months a visiting post may last under the home agreement. */
public record Visits(int months, Citation citation, String gloss) {}
