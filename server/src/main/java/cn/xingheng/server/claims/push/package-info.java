/**
 * 推送: tells the systems of institutions at once, at addresses they name, when a standing changes. Told is what the
 * changes feed tells; nothing is sent before it is committed, everything at least once, in order for each hook.
 * Central type: {@link cn.xingheng.server.claims.push.HookDesk}.
 */
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.claims.push;
