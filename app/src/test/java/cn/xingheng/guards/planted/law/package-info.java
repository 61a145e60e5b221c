/** Breaks the fences on purpose: law that sees match and app. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.guards.planted.law;
