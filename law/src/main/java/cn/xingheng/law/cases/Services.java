package cn.xingheng.law.cases;

import cn.xingheng.core.facts.Service;
import cn.xingheng.law.yaml.Element;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Service of a decision, and the days of an act: a day, or two days by name. */
final class Services {

  private Services() {}

  /** When it was served; on nobody when the field is not there. Service before {@code on} is refused. */
  static Service served(Fields fields, LocalDate on) {
    if (!fields.has("served")) {
      return Service.NONE;
    }
    Element served = fields.get("served");
    if (!served.isMapping()) {
      return Service.on(notBefore(fields, fields.day("served"), on));
    }
    Fields days = Fields.of(served);
    days.check(List.of(), List.of("person", "institution"));
    return new Service(each(fields, days, "person", on), each(fields, days, "institution", on));
  }

  private static @Nullable LocalDate each(Fields fields, Fields days, String whom, LocalDate on) {
    return days.has(whom) ? notBefore(fields, days.day(whom), on) : null;
  }

  /** Refuses service before the decision. */
  static LocalDate notBefore(Fields fields, LocalDate served, LocalDate on) {
    if (served.isBefore(on)) {
      throw fields.refuse("served", "`served`：送达日 " + served + " 早于决定日 " + on, "两个日期写反了，或年份写错了");
    }
    return served;
  }

  /** First and last day of an act. */
  record Act(LocalDate from, LocalDate through) {}

  static Act act(Fields fields, LocalDate on) {
    Element act = fields.get("act");
    Act days;
    if (act.isMapping()) {
      Fields inner = Fields.of(act);
      inner.check(List.of("from", "through"), List.of());
      days = new Act(inner.day("from"), inner.day("through"));
      inner.inOrder("through", days.from(), days.through());
    } else {
      days = new Act(fields.day("act"), fields.day("act"));
    }
    if (days.through().isAfter(on)) {
      throw fields.refuse("act", "`act`：违规行为的末日 " + days.through() + " 晚于决定日 " + on, "两个日期写反了，或年份写错了");
    }
    return days;
  }
}
