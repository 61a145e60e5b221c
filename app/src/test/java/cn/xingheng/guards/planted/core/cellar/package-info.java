/** Breaks the fences on purpose: a room that is no subject. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.guards.planted.core.cellar;
