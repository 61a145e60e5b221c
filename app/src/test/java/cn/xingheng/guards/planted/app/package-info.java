/** Breaks the fences on purpose: what nobody may see. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.guards.planted.app;
