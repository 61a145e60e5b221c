package cn.xingheng.guards.planted.match;

import cn.xingheng.guards.planted.law.LawSeesMatch;

/** A matcher that asks the law. */
public record MatchSeesLaw(LawSeesMatch law) {}
