/** Breaks the fences on purpose: what stands at the right, and breaks nothing. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.guards.planted.core.claims;
