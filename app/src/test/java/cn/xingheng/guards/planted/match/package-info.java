/** Breaks the fences on purpose: match that sees law. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.guards.planted.match;
