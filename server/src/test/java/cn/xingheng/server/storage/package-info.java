/**
 * What the database keeps, and what it keeps out: every statement, every constraint, races, repeated writes, deaths of
 * the server, and a PostgreSQL that is not ours. Central type: {@link cn.xingheng.server.storage.Ward}.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.storage;
