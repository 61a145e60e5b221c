package cn.xingheng.core.standing;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.agreement.Ending;
import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.basics.Trail;
import cn.xingheng.core.facts.DutyFact.Notified;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.InstitutionFact;
import cn.xingheng.core.facts.InstitutionFact.Opened;
import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.institution.Roll;
import cn.xingheng.core.institution.Roster;
import cn.xingheng.core.institution.Tally;
import cn.xingheng.core.ledger.Entry;
import cn.xingheng.core.ledger.Ledger;
import cn.xingheng.core.register.Institution;
import cn.xingheng.core.rulebook.Duty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
    Set<LocalDate> days = new TreeSet<>();
    dossiers.forEach(dossier -> days.addAll(looked(dossier, site)));
    Institution institution = book.house().registerAt(knownAt).institution(site);
    Roll roll =
        new Roll(
            on -> counted(counting(dossiers, site, on)),
            on -> roster(dossiers, site, on, headcount(institution, on)),
            days,
            decisions(book.house(), book.others(), site, knownAt));
    Consequence found = Consequence.reckon(book.law(), roll, day);
    return new Consequence(
        found.points(), found.endedShare(), found.tier(), found.due(), whole(book, site, day, knownAt, found.trail()));
  }

  /**
   * The consequence for an institution on a day by the tally of its physicians: the same answer, without their facts.
   *
   * @param notices what was told to institutions, others than this one left aside
   */
  public static Consequence reckon(
      House house, Collection<? extends Fact> notices, InstitutionId site, Tally tally, LocalDate day) {
    Institution institution = house.registerAt(LocalDate.MAX).institution(site);
    Roll roll =
        Roll.of(tally, on -> headcount(institution, on), decisions(house, notices, site, LocalDate.MAX));
    return Consequence.reckon(house.law(), roll, day);
  }

  /** What one physician brings to an institution, day by day. */
  public static Tally tally(Dossier dossier, InstitutionId site) {
    if (!dossier.sites().contains(site)) {
      return Tally.NONE;
    }
    Set<LocalDate> looked = looked(dossier, site);
    SortedSet<LocalDate> days = new TreeSet<>(looked);
    for (LocalDate day : looked) {
      days.add(LocalDate.of(day.getYear() + 1, 1, 1));
    }
    // Of one incident only the highest item counts, wherever it was decided.
    for (Entry entry : dossier.ledger().entries()) {
      days.add(entry.on());
      days.add(LocalDate.of(entry.day().getYear(), 1, 1));
      days.add(LocalDate.of(entry.day().getYear() + 1, 1, 1));
    }
    List<Tally.Since> since = new ArrayList<>();
    for (LocalDate day : days) {
      Roster roster = roster(List.of(dossier), site, day, null);
      int points = Ledger.total(counting(List.of(dossier), site, day));
      Tally.Since next = new Tally.Since(day, points, roster.ended(), roster.inForce(), looked.contains(day));
      if (next.looked() || !next.same(since.isEmpty() ? Tally.NONE.on(day) : since.getLast())) {
        since.add(next);
      }
    }
    return new Tally(since);
  }

  /** The days on which a tier may be reached: a deduction is decided, or an agreement begins or ends. */
  private static Set<LocalDate> looked(Dossier dossier, InstitutionId site) {
    Set<LocalDate> days = new TreeSet<>();
    dossier.ledger().entries().stream().filter(entry -> entry.fact().at().equals(site))
        .forEach(entry -> days.add(entry.on()));
    for (Course course : dossier.courses()) {
      if (course.at().equals(site)) {
        days.add(course.days().getStart());
        days.add(course.days().getEnd());
      }
    }
    days.remove(LocalDate.MAX);
    return days;
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
        .filter(entry -> entry.fact().at().equals(site) && entry.day().getYear() == day.getYear())
        .toList();
  }

  private static Roll.Counted counted(List<Entry> counting) {
    return new Roll.Counted(Ledger.total(counting), counting.stream().map(entry -> entry.fact().id()).toList());
  }

  private static @Nullable Integer headcount(Institution institution, LocalDate day) {
    return institution.agreementOn(day).map(Opened::physicians).orElse(null);
  }

  private static Roster roster(
      List<Dossier> dossiers, InstitutionId site, LocalDate day, @Nullable Integer headcount) {
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
    return new Roster(inForce, ended.size(), headcount, facts);
  }

  private static List<Roll.Decision> decisions(
      House house, Collection<? extends Fact> notices, InstitutionId site, LocalDate knownAt) {
    List<Roll.Decision> decisions = new ArrayList<>();
    for (InstitutionFact fact : house.knownAt(knownAt).all(InstitutionFact.class)) {
      boolean decides = fact instanceof InstitutionFact.Halted || fact instanceof InstitutionFact.Closed;
      if (decides && fact.institution().equals(site)) {
        decisions.add(new Roll.Decision(fact.id(), fact.on()));
      }
    }
    for (Fact fact : notices) {
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
