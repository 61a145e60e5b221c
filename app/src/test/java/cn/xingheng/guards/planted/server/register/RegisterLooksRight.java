package cn.xingheng.guards.planted.server.register;

import cn.xingheng.guards.planted.server.claims.PlantedInnocent;

/** A subject looks to its right. */
record RegisterLooksRight(PlantedInnocent right) {}
