/**
 * The one database: the house's own PostgreSQL or one by URL, its schema, and what every store needs.
 * Central type: {@link cn.xingheng.server.house.database.DatabaseSetup}.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.house.database;
