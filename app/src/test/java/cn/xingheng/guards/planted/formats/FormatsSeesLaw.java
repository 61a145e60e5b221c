package cn.xingheng.guards.planted.formats;

import cn.xingheng.guards.planted.law.LawSeesMatch;

/** A format that asks the law. */
public record FormatsSeesLaw(LawSeesMatch law) {}
