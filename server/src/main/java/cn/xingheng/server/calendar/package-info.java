/**
 * 日历期限: the years of the work calendar that the house knows, shipped or loaded by two persons.
 * Central type: {@link cn.xingheng.server.calendar.CalendarDesk}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package cn.xingheng.server.calendar;
