package cn.xingheng.core.standing;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.facts.AgreementFact.Released;
import cn.xingheng.core.register.Institution;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.threeten.extra.LocalDateRange;

/** 「转折日」 The days on which a physician's standing may change at any site: between two of them nothing changes. */
public final class TurningDays {

  private TurningDays() {}

  /** The turning days of a dossier, in order. */
  public static SortedSet<LocalDate> reckon(Dossier dossier) {
    SortedSet<LocalDate> days = new TreeSet<>();
    dossier.courses().forEach(course -> add(days, course.days()));
    dossier.visits().forEach(visit -> add(days, visit.days()));
    dossier.holds().forEach(hold -> add(days, hold.days()));
    dossier.exclusions().forEach(bar -> add(days, bar.days()));
    dossier.measures().forEach(measure -> add(days, measure.days()));
    for (Released released : dossier.known().all(Released.class)) {
      Enrolments.releaseDay(dossier.law(), released).ifPresent(day -> days.add(day.earliest()));
    }
    for (InstitutionId site : dossier.sites()) {
      Institution institution = dossier.register().institution(site);
      institution.halts().forEach(halt -> add(days, halt.days()));
      institution.opened().forEach(opened -> add(days, institution.range(opened)));
      institution.closed().forEach(closed -> days.add(closed.from()));
    }
    days.remove(LocalDate.MAX);
    return days;
  }

  private static void add(SortedSet<LocalDate> days, LocalDateRange range) {
    days.add(range.getStart());
    days.add(range.getEnd());
  }
}
