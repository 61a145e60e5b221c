/** Planted breaches of the house. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.guards.planted.server.house;
