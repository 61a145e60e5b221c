package cn.xingheng.core.standing;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.threeten.extra.LocalDateRange;

/**
 * 「停止事由」 One dated cause that stops settlement under an agreement; lifting one leaves the others.
 *
 * @param of the suspension or measure it comes from
 * @param site whether it holds under this agreement
 * @param begunBy only agreements that began by this day are held
 * @param steps why, put into words when looked at
 */
record Hold(
    Cause cause, FactId of, LocalDateRange days, Predicate<Course> site, LocalDate begunBy, List<Step> steps) {

  /** Whether it holds under the agreement on the day. */
  boolean holds(Course course, LocalDate day) {
    return days.contains(day) && covers(course);
  }

  /** Whether it is about the agreement at all. */
  boolean covers(Course course) {
    return !course.signed().from().isAfter(begunBy) && site.test(course);
  }
}
