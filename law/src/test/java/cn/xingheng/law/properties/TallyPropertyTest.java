package cn.xingheng.law.properties;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.RevisionFact;
import cn.xingheng.core.foresight.InstitutionAhead;
import cn.xingheng.core.institution.Consequence;
import cn.xingheng.core.institution.Tally;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Rolls;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("性质：机构的合计与逐人归集一致，预见与记录之后一致")
class TallyPropertyTest {

  private static final int COUNT = 40;

  private static Tally tally(Book book, InstitutionId site, PersonId without) {
    Tally sum = Tally.NONE;
    for (PersonId person : book.histories().keySet()) {
      sum = person.equals(without) ? sum : sum.plus(Rolls.tally(book.dossier(person, LocalDate.MAX), site));
    }
    return sum;
  }

  private static String said(Consequence one) {
    return one.points() + " " + one.endedShare() + " " + one.tier().map(tier -> tier.id()) + " " + one.due();
  }

  private static Set<LocalDate> days(RandomHistory history, Tally tally) {
    Set<LocalDate> days = new TreeSet<>(Set.of(history.end()));
    for (LocalDate turn : tally.turns(Tally.NONE)) {
      days.addAll(List.of(turn.minusDays(1), turn, turn.plusDays(1)));
    }
    history.facts().forEach(fact -> days.addAll(List.of(fact.on(), fact.on().plusDays(30))));
    return days;
  }

  @Test
  @DisplayName("各人合计相加，每一天的扣分、占比、档次、待处理都与逐人归集一样；换用各处另一读法也一样")
  void sums() {
    List<RandomHistory> histories = new ArrayList<>(RandomHistory.each(COUNT));
    histories.addAll(RandomHistory.otherwise(COUNT / 4));
    int tiers = 0;
    int ended = 0;
    for (RandomHistory history : histories) {
      Book book = history.book();
      for (InstitutionId site : history.sites()) {
        Tally tally = tally(book, site, new PersonId("nobody"));
        for (LocalDate day : days(history, tally)) {
          Consequence right = Rolls.reckon(book, site, day, LocalDate.MAX);
          assertThat(said(Rolls.reckon(book.house(), book.others(), site, tally, day)))
              .as(history.name() + " " + site + " " + day).isEqualTo(said(right));
          tiers += right.tier().isPresent() ? 1 : 0;
          ended += right.endedShare().part() > 0 ? 1 : 0;
        }
      }
    }
    assertThat(tiers).isPositive();
    assertThat(ended).isPositive();
  }

  @Test
  @DisplayName("反例：漏了一个有扣分的人，就查得出不同")
  void control() {
    int differing = 0;
    for (RandomHistory history : RandomHistory.each(COUNT)) {
      Book book = history.book();
      for (InstitutionId site : history.sites()) {
        for (PersonId person : history.persons()) {
          Tally own = Rolls.tally(book.dossier(person, LocalDate.MAX), site);
          Tally less = tally(book, site, person);
          for (LocalDate day : own.turns(Tally.NONE)) {
            if (own.on(day).points() > 0) {
              assertThat(said(Rolls.reckon(book.house(), book.others(), site, less, day)))
                  .isNotEqualTo(said(Rolls.reckon(book, site, day, LocalDate.MAX)));
              differing++;
            }
          }
        }
      }
    }
    assertThat(differing).isGreaterThan(COUNT);
  }

  @Test
  @DisplayName("每个决定、撤销和更正对机构的预见，之前与之后都与事实簿一致；没有差别时就真没有差别")
  void ahead() {
    int changed = 0;
    for (RandomHistory history : RandomHistory.each(COUNT)) {
      Book book = history.book();
      for (Fact fact : history.facts()) {
        Optional<PersonId> person = book.personOf(fact.id());
        if (person.isEmpty() || !(fact instanceof DecisionFact || fact instanceof RevisionFact)) {
          continue;
        }
        List<Fact> before = history.facts().stream().filter(one -> Fact.ORDER.compare(one, fact) < 0).toList();
        FactId about = fact.about();
        if (about == null || before.stream().anyMatch(one -> one.id().equals(about))) {
          changed += ahead(history, before, fact, person.get());
        }
      }
    }
    assertThat(changed).isGreaterThan(COUNT);
  }

  private static int ahead(RandomHistory history, List<Fact> before, Fact fact, PersonId person) {
    Book was = history.book(before);
    List<Fact> all = new ArrayList<>(before);
    all.add(fact);
    Book is = history.book(all);
    LocalDate today = fact.recorded().isAfter(fact.on()) ? fact.recorded() : fact.on();
    int changed = 0;
    for (InstitutionId site : history.sites()) {
      InstitutionAhead ahead =
          InstitutionAhead.reckon(
              was.house(), was.others(), site, tally(was, site, person), was.dossier(person, LocalDate.MAX),
              is.dossier(person, LocalDate.MAX), today);
      String name = history.name() + " " + fact.id() + " " + site;
      assertThat(said(ahead.before())).as(name).isEqualTo(said(Rolls.reckon(was, site, ahead.day(), LocalDate.MAX)));
      assertThat(said(ahead.after())).as(name).isEqualTo(said(Rolls.reckon(is, site, ahead.day(), LocalDate.MAX)));
      LocalDate due = ahead.day().isBefore(today) ? today : ahead.day();
      assertThat(ahead.dueAfter()).as(name).isEqualTo(Rolls.reckon(is, site, due, LocalDate.MAX).due());
      assertThat(ahead.dueBefore()).as(name).isEqualTo(Rolls.reckon(was, site, due, LocalDate.MAX).due());
      if (!ahead.changes()) {
        assertThat(said(Rolls.reckon(is, site, today, LocalDate.MAX))).as(name)
            .isEqualTo(said(Rolls.reckon(was, site, today, LocalDate.MAX)));
      }
      changed += ahead.changes() ? 1 : 0;
    }
    return changed;
  }
}
