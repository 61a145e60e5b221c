package cn.xingheng.guards.planted.server.register;

import java.sql.Connection;

/** A machine door that knows SQL. */
record PlantedFeed(Connection connection) {}
