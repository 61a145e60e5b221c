package cn.xingheng.core.standing;

import cn.xingheng.core.facts.AgreementFact.Visiting;
import java.time.LocalDate;
import org.threeten.extra.LocalDateRange;

/** 「来院服务期间」 A visiting post and its days (R2). */
record Visit(Visiting fact) {

  LocalDateRange days() {
    return LocalDateRange.ofClosed(fact.from(), fact.through());
  }

  boolean on(LocalDate day) {
    return days().contains(day);
  }
}
