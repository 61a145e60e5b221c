package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;

/** 「条款」 An article and what it says, in our own words, in one line. */
public record Clause(Citation citation, String gloss) {}
