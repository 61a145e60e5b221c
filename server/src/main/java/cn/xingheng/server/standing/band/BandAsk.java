package cn.xingheng.server.standing.band;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.standing.Dossier;
import java.time.LocalDate;

/**
 * 「时间线之问」 Whose time, at which site, looked at from which day.
 *
 * @param name of the physician, for the title
 * @param asOf the day looked at: what is after it lies on grey
 * @param today whether that day is today
 */
public record BandAsk(
    Dossier dossier, String name, InstitutionId site, LocalDate asOf, boolean today, Reach reach, Words words) {

  /** The first day of which nothing has been said yet: from here on the picture shows what follows if nobody acts. */
  LocalDate open() {
    LocalDate last = dossier.known().stream().map(Fact::on).max(LocalDate::compareTo).orElse(asOf);
    return (last.isAfter(asOf) ? last : asOf).plusDays(1);
  }
}
