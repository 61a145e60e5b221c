package cn.xingheng.guards.planted.core.basics;

import cn.xingheng.guards.planted.core.claims.PlantedInnocent;

/** A basic value that asks a claim. */
record LooksRight(PlantedInnocent right) {}
