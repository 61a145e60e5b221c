/**
 * 规则库: the editions the house works under, and the law made of one with today's calendar.
 * Central type: {@link cn.xingheng.server.rulebook.LawDesk}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.rulebook;
