package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;

/** 「荣誉期限」 How many months an award lasts unless a violation cancels it. */
public record HonourTerm(int months, Citation citation, String gloss) {}
