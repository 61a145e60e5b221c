/** Breaks the fences on purpose: a subject that looks to its right, and one that knows the command line. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.guards.planted.core.basics;
