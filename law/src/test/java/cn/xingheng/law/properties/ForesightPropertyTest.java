package cn.xingheng.law.properties;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.SanctionDecision;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.FactKind;
import cn.xingheng.core.facts.RevisionFact;
import cn.xingheng.core.facts.Service;
import cn.xingheng.core.foresight.Foresight;
import cn.xingheng.core.standing.Book;
import cn.xingheng.law.foresight.Held;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("性质：先预见、后记录，两者一致")
class ForesightPropertyTest {

  private static final int COUNT = 24;

  @Test
  @DisplayName("每个决定、撤销和更正，预见与记录之后的事实簿一致；换用各处另一读法也一致")
  void held() {
    List<RandomHistory> histories = new ArrayList<>(RandomHistory.each(COUNT));
    histories.addAll(RandomHistory.otherwise(COUNT / 4));
    Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);
    int choices = 0;
    for (RandomHistory history : histories) {
      for (Held held : held(history)) {
        Foresight ahead = held.ahead();
        String name = history.name() + " " + held.fact().id();
        assertThat(held.differences(ahead)).as(name).isEmpty();
        assertThat(held.choices(ahead)).as(name).isEmpty();
        if (ahead.accepted()) {
          kinds.add(held.fact().kind());
        }
        choices += ahead.choices().size();
      }
    }
    assertThat(kinds).contains(
        FactKind.DEDUCTED, FactKind.SUSPENDED, FactKind.TERMINATED, FactKind.WITHDRAWN, FactKind.DEFERRED);
    assertThat(choices).isGreaterThan(COUNT);
  }

  @Test
  @DisplayName("反例：记录的事实与所预见的不同（多一次、少送达），就查得出不同")
  void control() {
    int deductions = 0;
    int sanctions = 0;
    for (RandomHistory history : RandomHistory.each(COUNT / 2)) {
      for (Held held : held(history)) {
        Foresight ahead = held.ahead();
        if (ahead.accepted() && held.fact() instanceof Deducted deducted && deducted.incident() == null) {
          assertThat(held.instead(oftener(deducted)).differences(ahead)).as(history.name()).isNotEmpty();
          deductions++;
        }
        if (ahead.accepted() && held.fact() instanceof SanctionDecision decision && ahead.waitsFor() == null) {
          Fact unserved = (Fact) decision.withService(Service.NONE);
          assertThat(held.instead(unserved).differences(ahead)).as(history.name()).isNotEmpty();
          sanctions++;
        }
      }
    }
    assertThat(deductions).isGreaterThan(COUNT);
    assertThat(sanctions).isGreaterThan(COUNT / 4);
  }

  @Test
  @DisplayName("依据链写明改变答案的事实：去掉一个未写明的，状态和分数都不变")
  void trail() {
    int compared = 0;
    for (RandomHistory history : RandomHistory.each(COUNT / 4)) {
      for (Held held : held(history)) {
        Foresight ahead = held.ahead();
        Set<FactId> named = ahead.trail().facts();
        for (Fact fact : held.before()) {
          Set<FactId> unit = Without.unit(held.before(), fact.id());
          if (unit.stream().noneMatch(named::contains)) {
            Held less = new Held(held.law(), Without.facts(held.before(), unit), held.fact(), held.person());
            Foresight other = less.ahead();
            compared++;
            assertThat(said(other)).as(history.name() + " " + held.fact().id() + " 去掉 " + unit).isEqualTo(said(ahead));
          }
        }
      }
    }
    assertThat(compared).isPositive();
  }

  private static String said(Foresight ahead) {
    return ahead.after().points() + " " + ahead.after().qualification().standing() + " " + ahead.after().due() + " "
        + ahead.accepted() + " " + ahead.choices().stream().map(choice -> choice.terms()).toList() + " "
        + ahead.ladderAfter().total();
  }

  private static Deducted oftener(Deducted one) {
    return new Deducted(
        one.head(), one.person(), one.at(), one.item(), one.times() + 1, one.actFrom(), one.actThrough(),
        one.incident(), one.decision(), one.served(), one.loss(), one.responsibility());
  }

  private static List<Held> held(RandomHistory history) {
    Book book = history.book();
    List<Held> held = new ArrayList<>();
    for (Fact fact : history.facts()) {
      Optional<PersonId> person = book.personOf(fact.id());
      if (person.isPresent() && (fact instanceof DecisionFact || fact instanceof RevisionFact)) {
        Held one = Held.of(history.law(), history.facts(), fact, person.get());
        if (fact.about() == null || one.before().stream().anyMatch(other -> other.id().equals(fact.about()))) {
          held.add(one);
        }
      }
    }
    return held;
  }
}
