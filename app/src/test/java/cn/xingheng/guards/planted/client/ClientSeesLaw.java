package cn.xingheng.guards.planted.client;

import cn.xingheng.guards.planted.law.LawSeesMatch;

/** A client that asks the law. */
public record ClientSeesLaw(LawSeesMatch law) {}
