package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;

/** 「编码形式」 The form of a physician code, as a regular expression. */
public record CodeForm(String physician, Citation citation, String gloss) {}
