package cn.xingheng.guards.planted.server.register;

/** A door that goes past its desk. */
record PlantedPages(OtherStore store) {}
