/** A planted subject to the right. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.guards.planted.server.claims;
