/**
 * 资格状态: the central answer, on pages and as projections by day.
 * Central type: {@link cn.xingheng.server.standing.SpanDesk}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.standing;
