package cn.xingheng.law.properties;

import cn.xingheng.core.agreement.Course;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.ReviewFact.ResumptionAnswered;
import cn.xingheng.core.facts.RevisionFact.Withdrawn;
import cn.xingheng.core.register.Halt;
import cn.xingheng.core.rulebook.Resumption;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Judgment;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Which of the things worth testing happen in a history. */
enum Traits {
  SUSPENSION,
  TERMINATION,
  WITHDRAWAL,
  RESUMPTION,
  CASCADE,
  BAR,
  RENEWAL;

  static Set<Traits> of(RandomHistory history) {
    Set<Traits> traits = EnumSet.noneOf(Traits.class);
    Book book = history.book();
    for (PersonId person : history.persons()) {
      Dossier dossier = book.dossier(person, LocalDate.MAX);
      dossier.sanctions().all().stream()
          .filter(sanction -> sanction.runs())
          .forEach(sanction -> traits.add(sanction.terminates() ? TERMINATION : SUSPENSION));
      if (!dossier.exclusions().isEmpty()) {
        traits.add(BAR);
      }
      dossier.courses().forEach(course -> course(dossier, course, traits));
      if (resumesByItself(history, dossier)) {
        traits.add(RESUMPTION);
      }
    }
    for (Fact fact : history.facts()) {
      boolean accepted = book.judgment(fact.id()).filter(Judgment.Accepted.class::isInstance).isPresent();
      if (accepted && fact instanceof Withdrawn) {
        traits.add(WITHDRAWAL);
      }
      if (accepted && fact instanceof ResumptionAnswered answer && answer.granted()) {
        traits.add(RESUMPTION);
      }
    }
    return traits;
  }

  private static boolean resumesByItself(RandomHistory history, Dossier dossier) {
    return history.law().edition().resumption() instanceof Resumption.Automatic
        && dossier.sanctions().all().stream()
            .anyMatch(
                sanction ->
                    sanction.runs() && sanction.last() != null
                        && dossier.courses().stream().anyMatch(c -> c.inForceOn(sanction.last().plusDays(1))));
  }

  private static void course(Dossier dossier, Course course, Set<Traits> traits) {
    if (course.terms().size() > 1 && course.inForceOn(course.terms().get(1).getStart())) {
      traits.add(RENEWAL);
    }
    for (Halt halt : dossier.register().institution(course.at()).halts()) {
      if (halt.days().overlaps(course.days())) {
        traits.add(CASCADE);
      }
    }
  }
}
