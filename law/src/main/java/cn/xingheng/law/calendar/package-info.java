/**
 * Holiday tables as files: the years that are shipped, and the strict reader for those that a deployment adds.
 *
 * <p>Central type: {@link cn.xingheng.law.calendar.HolidayTables}.
 * A file is read whole or refused whole, by a {@link cn.xingheng.law.yaml.LawFault}
 * that names every fault with its line.
 * The room knows no rule about days; it hands {@link cn.xingheng.core.calendar.HolidayYear} values to {@code core}.
 */
@NullMarked
package cn.xingheng.law.calendar;

import org.jspecify.annotations.NullMarked;
