/** Breaks the fences on purpose: client that sees law. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.guards.planted.client;
