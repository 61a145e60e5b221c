package cn.xingheng.guards.planted.server.register;

/** A store that asks another. */
record PlantedStore(OtherStore other) {}
