package cn.xingheng.core.standing;

import cn.xingheng.core.basics.Step;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.calendar.Provisional;

/** 「期限」 A first or last day that the law gives, with the step that says how it was counted. */
public record Deadline(DayAnswer day, Step step) {

  /** The day as a text: the day, or between which days it lies while a calendar is missing. */
  static String says(DayAnswer day) {
    return switch (day) {
      case Firm firm -> firm.day().toString();
      case Provisional range ->
          range.earliest() + " 与 " + range.latest() + " 之间（" + range.missingYear() + " 年日历未公布）";
    };
  }
}
