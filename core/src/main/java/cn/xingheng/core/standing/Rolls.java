package cn.xingheng.core.standing;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.agreement.Ending;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.facts.DutyFact.Notified;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.InstitutionFact.Opened;
import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.institution.Roll;
import cn.xingheng.core.institution.Roster;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.rulebook.Duty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** 「机构归集」 Gathers from every physician's dossier what bears on one institution. */
public final class Rolls {

  private Rolls() {}

  /** The consequence for an institution on a day, with what was known at the end of another. */
  public static Consequence reckon(Book book, InstitutionId site, LocalDate day, LocalDate knownAt) {
    List<Dossier> dossiers =
        histories(book).stream()
            .map(history -> history.knownAt(knownAt))
            .filter(dossier -> dossier.sites().contains(site))
            .toList();
    List<Entry> entries = new ArrayList<>();
    Set<LocalDate> days = new TreeSet<>();
    for (Dossier dossier : dossiers) {
      dossier.ledger().entries().stream().filter(entry -> entry.fact().at().equals(site)).forEach(entries::add);
      for (Course course : dossier.courses()) {
        if (course.at().equals(site)) {
          days.add(course.days().getStart());
          days.add(course.days().getEnd());
        }
      }
    }
    days.remove(LocalDate.MAX);
    Roll roll =
        new Roll(
            entries,
            on -> counting(dossiers, site, on),
            on -> roster(book, dossiers, site, on, knownAt),
            days,
            decisions(book, site, knownAt));
    Consequence found = Consequence.reckon(book.law(), roll, day);
    return new Consequence(
        found.points(), found.endedShare(), found.tier(), found.due(), whole(book, site, day, knownAt, found.trail()));
  }

  /** The histories in the order of the persons' ids, so that one fact less does not change the order of a trail. */
  private static List<History> histories(Book book) {
    return book.histories().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(PersonId::value)))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The trail with what was looked at of every physician, and of the institution. */
  private static Trail whole(Book book, InstitutionId site, LocalDate day, LocalDate knownAt, Trail trail) {
    Dossier nobody = History.reckon(book.law(), book.house(), List.of()).knownAt(knownAt);
    Trail whole = nobody.trail(trail.steps(), TrailScopes.institution(site));
    for (History history : histories(book)) {
      Dossier dossier = history.knownAt(knownAt);
      if (TrailScopes.there(dossier, site, day)) {
        whole = dossier.trail(whole.steps(), TrailScopes.roll(dossier, site, day));
      }
    }
    return whole;
  }

  private static List<Entry> counting(List<Dossier> dossiers, InstitutionId site, LocalDate day) {
    return dossiers.stream()
        .flatMap(dossier -> dossier.ledger().counting(day).stream())
        .filter(entry -> entry.fact().at().equals(site))
        .toList();
  }

  private static Roster roster(
      Book book, List<Dossier> dossiers, InstitutionId site, LocalDate day, LocalDate knownAt) {
    int inForce = 0;
    List<FactId> ended = new ArrayList<>();
    List<FactId> facts = new ArrayList<>();
    for (Dossier dossier : dossiers) {
      boolean counted = false;
      for (Course course : dossier.courses()) {
        if (!course.at().equals(site)) {
          continue;
        }
        Ending ending = course.ending();
        facts.add(course.signed().id());
        if (ending != null && !ending.day().isAfter(day)) {
          facts.addAll(ending.facts());
        }
        counted |= course.inForceOn(day);
        if (ending != null && ending.kinds().contains(Ending.Kind.TERMINATED) && !ending.day().isAfter(day)
            && ending.day().getYear() == day.getYear()) {
          ended.addAll(ending.facts());
        }
      }
      inForce += counted ? 1 : 0;
    }
    Integer headcount =
        book.house().registerAt(knownAt).institution(site).agreementOn(day).map(Opened::physicians).orElse(null);
    return new Roster(inForce, ended.size(), headcount, facts);
  }

  private static List<Roll.Decision> decisions(Book book, InstitutionId site, LocalDate knownAt) {
    List<Roll.Decision> decisions = new ArrayList<>();
    for (InstitutionFact fact : book.house().knownAt(knownAt).all(InstitutionFact.class)) {
      boolean decides = fact instanceof InstitutionFact.Halted || fact instanceof InstitutionFact.Closed;
      if (decides && fact.institution().equals(site)) {
        decisions.add(new Roll.Decision(fact.id(), fact.on()));
      }
    }
    for (var fact : book.others()) {
      if (fact instanceof Notified notified
          && site.equals(notified.institution())
          && notified.duty().equals(Duty.INSTITUTION_CONSEQUENCE.word())
          && !notified.recorded().isAfter(knownAt)) {
        decisions.add(new Roll.Decision(notified.id(), notified.on()));
      }
    }
    return decisions;
  }
}
