package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;

/** 「异议」 The working days within which a physician may object to a decision received. */
public record Objection(int workingDays, Citation citation, String gloss) {}
