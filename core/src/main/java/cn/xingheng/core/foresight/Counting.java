package cn.xingheng.core.foresight;

import cn.xingheng.core.basics.Step;
import cn.xingheng.core.calendar.DayAnswer;
import cn.xingheng.core.calendar.Firm;
import cn.xingheng.core.calendar.Provisional;
import cn.xingheng.core.calendar.WorkCalendar;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.core.rulebook.ReadingKey;
import cn.xingheng.core.sanction.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 「生效日计算」 How the first lawful day of effect is counted from a day of service, day by day.
 *
 * @param served the day of service that counts
 * @param workingDays how many working days the edition asks for
 * @param earliest the first lawful day; provisional while a calendar is missing
 * @param days each day after the service through the last working day asked for, or as far as calendars are published
 */
public record Counting(
    LocalDate served, int workingDays, DayAnswer earliest, List<CountedDay> days, Step step) {

  public Counting {
    days = List.copyOf(days);
  }

  /**
   * 「逐日计算」 One day between service and effect.
   *
   * @param counted whether it is a working day and counts
   * @param holiday whether it is a published day off; a weekend that is none is neither counted nor a holiday
   */
  public record CountedDay(LocalDate day, boolean counted, boolean holiday) {}

  /** The counting from service on both parties, or empty while it is missing. */
  public static Optional<Counting> reckon(Law law, Service served) {
    return Effect.served(law, served).map(day -> reckon(law, day));
  }

  /** The counting from a day of service. */
  public static Counting reckon(Law law, LocalDate served) {
    int workingDays = law.edition().notice().workingDays();
    DayAnswer earliest = Effect.after(law, served, workingDays);
    Step step =
        new Step(
            List.of(),
            Effect.counting(law, served),
            law.edition().label(
                ReadingKey.ADVANCE_NOTICE, ReadingKey.SERVED, ReadingKey.EFFECT, ReadingKey.PROCEDURAL_PERIOD,
                ReadingKey.WORKING_DAY),
            "送达 " + served + "，" + (workingDays == 0 ? "次日" : "其后足 " + workingDays + " 个工作日")
                + "，最早 " + says(earliest) + " 生效");
    return new Counting(served, workingDays, earliest, days(law.calendar(), served, workingDays), step);
  }

  private static List<CountedDay> days(WorkCalendar calendar, LocalDate served, int workingDays) {
    List<CountedDay> days = new ArrayList<>();
    LocalDate day = served.plusDays(1);
    for (int left = workingDays; left > 0; day = day.plusDays(1)) {
      Optional<Boolean> working = calendar.working(day);
      if (working.isEmpty()) {
        return days;
      }
      LocalDate at = day;
      boolean holiday = calendar.findYear(day.getYear()).filter(year -> year.daysOff().contains(at)).isPresent();
      days.add(new CountedDay(day, working.get(), holiday));
      left -= working.get() ? 1 : 0;
    }
    return days;
  }

  /** The working days counted, in order. */
  public List<LocalDate> counted() {
    return days.stream().filter(CountedDay::counted).map(CountedDay::day).toList();
  }

  /** A day that may be provisional, as a text. */
  static String says(DayAnswer day) {
    return switch (day) {
      case Firm firm -> firm.day().toString();
      case Provisional range ->
          range.earliest() + " 与 " + range.latest() + " 之间（" + range.missingYear() + " 年日历未公布）";
    };
  }
}
