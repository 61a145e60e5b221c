/**
 * Nobody sees or acts outside: every door of the running server × every role × organisations above, beside and below.
 * Central type: {@link cn.xingheng.server.scope.Rounds}.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.scope;
