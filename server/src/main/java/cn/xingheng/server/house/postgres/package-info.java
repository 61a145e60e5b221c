/**
 * The house's own PostgreSQL: unpacks it, initialises it once, starts it, takes it over when it was left behind, and
 * stops it; an agency that has no database server needs nothing but a data folder.
 *
 * <p>May touch the operating system and the PostgreSQL driver; knows neither Spring nor any subject. Linux on amd64
 * and arm64 only. Everything is durable: fsync, checksums, synchronous commit; the server listens on the loopback
 * address only and asks for a password. Central type: {@link cn.xingheng.server.house.postgres.OwnPostgres}; each fault
 * is an {@link cn.xingheng.server.house.postgres.OwnPostgresTrouble} that says what to do, Chinese first.
 */
@NullMarked
package cn.xingheng.server.house.postgres;

import org.jspecify.annotations.NullMarked;
