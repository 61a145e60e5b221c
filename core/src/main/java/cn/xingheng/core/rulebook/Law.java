package cn.xingheng.core.rulebook;

import cn.xingheng.core.calendar.WorkCalendar;

/** 「适用法」 What a reckoning is made under: one edition with its readings, and the work calendar as published. */
public record Law(Edition edition, WorkCalendar calendar) {

  /** Whether the edition reads the passage by this word. */
  public boolean reads(ReadingKey key, String word) {
    return edition.reads(key, word);
  }
}
