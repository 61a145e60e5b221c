package cn.xingheng.law.properties;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.ClaimSpans;
import cn.xingheng.core.facts.DecisionFact.Served;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.RevisionFact.Withdrawn;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Judgment;
import cn.xingheng.core.standing.State;
import cn.xingheng.core.standing.States;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("性质：撤销等于从未有过")
class WithdrawalPropertyTest {

  private static final int COUNT = 60;

  @Test
  @DisplayName("撤销一个决定之后，扣分、资格和区间与从未有过这个决定相同（不改变任何受理判断时）")
  void withdrawnEqualsNever() {
    int compared = 0;
    for (RandomHistory history : RandomHistory.each(COUNT)) {
      Book book = history.book();
      for (Fact fact : history.facts()) {
        if (!(fact instanceof Served) || !accepted(book, fact.id())) {
          continue;
        }
        Set<FactId> unit = Without.unit(history.facts(), fact.id());
        Book never = history.book(Without.facts(history.facts(), unit));
        Book withdrawn = history.book(withdrawing(history, fact));
        if (sameJudgments(withdrawn, never, unit)) {
          compared++;
          assertThat(said(history, withdrawn)).as(history.name() + " 撤销 " + fact.id()).isEqualTo(said(history, never));
        }
      }
    }
    assertThat(compared).isGreaterThan(COUNT);
  }

  @Test
  @DisplayName("反例：没有撤销而只是略去比较，会查出不同")
  void control() {
    int different = 0;
    for (RandomHistory history : RandomHistory.each(4)) {
      Book book = history.book();
      for (Fact fact : history.facts()) {
        if (fact instanceof Served && accepted(book, fact.id())) {
          Set<FactId> unit = Without.unit(history.facts(), fact.id());
          Book never = history.book(Without.facts(history.facts(), unit));
          different += said(history, book).equals(said(history, never)) ? 0 : 1;
        }
      }
    }
    assertThat(different).isPositive();
  }

  private static List<Fact> withdrawing(RandomHistory history, Fact fact) {
    List<Fact> facts = new ArrayList<>(history.facts());
    facts.add(new Withdrawn(new Head(new FactId("withdrawn"), history.end(), history.end()), fact.id()));
    return facts;
  }

  private static boolean accepted(Book book, FactId id) {
    return book.judgment(id).filter(Judgment.Accepted.class::isInstance).isPresent();
  }

  /** Whether every fact that both have was taken, or not, in both. */
  private static boolean sameJudgments(Book withdrawn, Book never, Set<FactId> unit) {
    return withdrawn.histories().values().stream()
        .flatMap(history -> history.judgments().keySet().stream())
        .filter(id -> !unit.contains(id) && !id.value().equals("withdrawn"))
        .allMatch(id -> accepted(withdrawn, id) == accepted(never, id));
  }

  private static List<String> said(RandomHistory history, Book book) {
    List<String> said = new ArrayList<>();
    for (PersonId person : history.persons()) {
      Dossier dossier = book.dossier(person, LocalDate.MAX);
      for (InstitutionId site : history.sites()) {
        ClaimSpans.reckon(dossier, site).forEach(span -> said.add(site + " " + span));
        for (LocalDate day = history.end().minusYears(8); day.isBefore(history.end()); day = day.plusDays(211)) {
          State state = States.reckon(dossier, site, day, null);
          said.add(site + " " + day + " " + state.points() + " " + state.termPoints() + " "
              + state.qualification().standing() + state.qualification().causes());
        }
      }
    }
    return said;
  }
}
