/** Planted breaches of a subject. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.guards.planted.server.register;
