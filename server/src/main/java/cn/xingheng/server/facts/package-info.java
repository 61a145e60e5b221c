/**
 * 事实: what happened, recorded once and never changed, gathered by person, judged by {@code core}.
 * Central type: {@link cn.xingheng.server.facts.FactDesk}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.facts;
