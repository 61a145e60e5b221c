package cn.xingheng.guards.planted.app;

/** Part of the executable. */
public record PlantedDoor(int number) {}
