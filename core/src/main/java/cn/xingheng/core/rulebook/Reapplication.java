package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;

/**
 * 「重新申请」 The window before the end of a bar, and the time for the answer, both in working days.
 */
public record Reapplication(int window, int answer, Citation citation, String gloss) {}
