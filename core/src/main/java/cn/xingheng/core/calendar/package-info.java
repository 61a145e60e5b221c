/**
 * 「日历期限」 The room of days: which days are worked, and where a period counted in working days, months or years ends.
 *
 * <p>Central type: {@link cn.xingheng.core.calendar.WorkCalendar}.
 * It is built from published holiday tables and answers with a
 * {@link cn.xingheng.core.calendar.DayAnswer}: firm where the tables reach, provisional with bounds where they do not.
 * {@link cn.xingheng.core.calendar.Spans} counts months and years and needs no table.
 *
 * <p>The room sees nothing but the JDK: no clock, no files, no law.
 * How many days a period has is a number of an edition and comes in as an argument.
 * Days are Beijing days. Source: 民法典 200-204 (before 2021: 民法总则 200-204; before 2017-10-01: 民法通则 154).
 */
@NullMarked
package cn.xingheng.core.calendar;

import org.jspecify.annotations.NullMarked;
