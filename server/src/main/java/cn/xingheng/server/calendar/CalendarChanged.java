package cn.xingheng.server.calendar;

/** A loaded year is in force: told when the confirmation is committed. */
public record CalendarChanged(int year) {}
