package cn.xingheng.law.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.claims.ClaimSpans;
import cn.xingheng.core.facts.DutyFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.MeritFact;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.House;
import cn.xingheng.law.cases.FactText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("性质：存取与分开推算，结果不变")
class StoredPropertyTest {

  private static final int COUNT = 60;

  @Test
  @DisplayName("随机史写出再读回，一条不差")
  void text() {
    for (RandomHistory history : RandomHistory.each(COUNT)) {
      List<String> texts = history.facts().stream().map(FactText::write).toList();
      assertThat(FactText.read(history.name(), texts)).as(history.name()).isEqualTo(history.facts());
    }
  }

  @Test
  @DisplayName("机构事实先推算好，每名医师的事实单独成簿，与合为一簿推算的一样")
  void house() {
    int persons = 0;
    for (RandomHistory history : RandomHistory.each(COUNT)) {
      Book whole = history.book();
      List<Fact> institutions = new ArrayList<>();
      history.facts().stream().filter(fact -> whole.house().judgments().containsKey(fact.id()))
          .forEach(institutions::add);
      House house = House.reckon(history.law(), institutions);
      assertThat(house.judgments()).as(history.name()).isEqualTo(whole.house().judgments());
      for (PersonId person : history.persons()) {
        List<Fact> own = history.facts().stream()
            .filter(fact -> whole.personOf(fact.id()).filter(person::equals).isPresent()).toList();
        Book alone = Book.reckon(history.law(), house, own);
        assertThat(alone.histories().keySet()).containsExactly(person);
        assertThat(told(alone, person)).as("%s %s", history.name(), person).isEqualTo(told(whole, person));
        assertThat(institutions).allSatisfy(fact -> assertThat(alone.find(fact.id())).contains(fact));
        persons++;
      }
      List<Fact> rest = history.facts().stream().filter(fact -> !institutions.contains(fact)).toList();
      assertThat(Book.reckon(history.law(), house, rest).others()).isEqualTo(whole.others());
    }
    assertThat(persons).isGreaterThan(COUNT);
  }

  private static List<Object> told(Book book, PersonId person) {
    List<Object> told = new ArrayList<>();
    told.add(book.history(person).judgments());
    Dossier dossier = book.dossier(person, LocalDate.MAX);
    for (InstitutionId site : dossier.sites()) {
      told.add(ClaimSpans.reckon(dossier, site));
    }
    return told;
  }

  @Test
  @DisplayName("反例：少一条机构事实就不一样；机构的事实、重复的编号、另一规则的机构簿不收")
  void control() {
    RandomHistory history = RandomHistory.each(COUNT).stream()
        .filter(each -> !each.book().house().judgments().isEmpty())
        .filter(each -> !told(each).equals(told(each, House.reckon(each.law(), List.of()))))
        .findFirst().orElseThrow();
    List<Fact> institutions = history.facts().stream()
        .filter(fact -> history.book().house().judgments().containsKey(fact.id())).toList();
    House house = House.reckon(history.law(), institutions);
    assertThatThrownBy(() -> Book.reckon(history.law(), house, institutions))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("one id");
    House none = House.reckon(history.law(), List.of());
    assertThatThrownBy(() -> Book.reckon(history.law(), none, institutions))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("about an institution");
    RandomHistory other = RandomHistory.each(1).getLast();
    RandomHistory one = RandomHistory.each(1).getFirst();
    House strange = House.reckon(other.law(), List.of());
    assertThatThrownBy(() -> Book.reckon(one.law(), strange, List.of()))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("judged under");
    assertThat(institutions).noneMatch(fact -> fact instanceof MeritFact || fact instanceof DutyFact);
  }

  private static List<Object> told(RandomHistory history) {
    return told(history.book(), history.persons().getFirst());
  }

  private static List<Object> told(RandomHistory history, House house) {
    Book whole = history.book();
    PersonId person = history.persons().getFirst();
    List<Fact> own = history.facts().stream()
        .filter(fact -> whole.personOf(fact.id()).filter(person::equals).isPresent()).toList();
    return told(Book.reckon(history.law(), house, own), person);
  }
}
