package cn.xingheng.guards.planted.server.claims;

/** Breaches nothing. */
public record PlantedInnocent(int number) {}
