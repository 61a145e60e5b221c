/** Breaks the fences on purpose: formats that sees law. */
@org.jspecify.annotations.NullMarked
package cn.xingheng.guards.planted.formats;
