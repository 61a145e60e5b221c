package cn.xingheng.guards.planted.server.register;

import java.sql.Connection;

/** A desk that knows SQL. */
record PlantedDesk(Connection connection) {}
