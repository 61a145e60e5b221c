package cn.xingheng.law.properties;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.StatementFact.Stated;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Qualifications;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.core.standing.State;
import cn.xingheng.core.standing.States;
import cn.xingheng.core.standing.TurningDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("性质：期初申报不作决定")
class StatementPropertyTest {

  private static final int COUNT = 60;

  private int same;
  private int unresolved;

  @Test
  @DisplayName("申报不改扣分、待办、处理；只把本来有效的日子变成不明")
  void decidesNothing() {
    for (RandomHistory history : RandomHistory.each(COUNT)) {
      assertThat(faults(history, without(history))).as(history.name()).isEmpty();
    }
    assertThat(unresolved).isGreaterThan(40);
    assertThat(same).isGreaterThan(1000);
  }

  @Test
  @DisplayName("反例：连同申报还少了别的事实，就被查出")
  void control() {
    List<String> faults = new ArrayList<>();
    for (RandomHistory history : RandomHistory.each(10)) {
      List<Fact> less = without(history);
      faults.addAll(faults(history, less.subList(0, less.size() * 2 / 3)));
    }
    assertThat(faults).isNotEmpty();
  }

  private static List<Fact> without(RandomHistory history) {
    Set<FactId> gone = new HashSet<>();
    for (Fact fact : history.facts()) {
      if (fact instanceof Stated) {
        gone.addAll(Without.unit(history.facts(), fact.id()));
      }
    }
    return Without.facts(history.facts(), gone);
  }

  private List<String> faults(RandomHistory history, List<Fact> less) {
    List<String> faults = new ArrayList<>();
    Book whole = history.book();
    Book rest = history.book(less);
    for (PersonId person : history.persons()) {
      Dossier with = whole.dossier(person, LocalDate.MAX);
      Dossier plain = rest.dossier(person, LocalDate.MAX);
      if (!TurningDays.reckon(with).equals(TurningDays.reckon(plain))) {
        faults.add(person + " 的转折日不同");
      }
      for (InstitutionId site : with.sites()) {
        for (LocalDate day : TurningDays.reckon(with)) {
          compare(person + " 在 " + site + " 于 " + day, with, plain, site, day, faults);
        }
      }
    }
    return faults;
  }

  private void compare(
      String where, Dossier with, Dossier plain, InstitutionId site, LocalDate day, List<String> faults) {
    Set<Cause> now = EnumSet.noneOf(Cause.class);
    Set<Cause> was = EnumSet.noneOf(Cause.class);
    Standing standing = Qualifications.fold(with, site, day, now);
    Standing before = Qualifications.fold(plain, site, day, was);
    boolean stated = standing == Standing.UNRESOLVED && now.equals(Set.of(Cause.STATED));
    if (stated ? before != Standing.EFFECTIVE : standing != before || !now.equals(was)) {
      faults.add(where + "：" + standing + now + "，没有申报时 " + before + was);
    }
    if (stated) {
      unresolved++;
    } else {
      same++;
    }
    if (day.getYear() > 2000 && day.getYear() < 2100 && day.getDayOfMonth() % 5 == 0) {
      State one = States.reckon(with, site, day, null);
      State other = States.reckon(plain, site, day, null);
      if (one.points() != other.points() || one.termPoints() != other.termPoints() || !one.due().equals(other.due())) {
        faults.add(where + "：扣分或待办不同");
      }
    }
  }
}
