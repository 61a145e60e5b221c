package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.AgreementFact.Signed;
import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.DecisionFact.Responsibility;
import cn.xingheng.core.facts.DecisionFact.Suspended;
import cn.xingheng.core.facts.DutyFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.FactKind;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.MeritFact;
import cn.xingheng.core.facts.NationalFact;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.facts.Service;
import cn.xingheng.law.yaml.LawFault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("以案例的文字存取事实")
class FactTextTest {

  private static final Path GOOD =
      Path.of(System.getProperty("xingheng.root", "..")).resolve(Path.of("law", "cases", "good"));
  private static final PersonId ZHANG = new PersonId("zhang");
  private static final InstitutionId H1 = new InstitutionId("h1");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private static Head head(String id) {
    return new Head(new FactId(id), DAY, DAY.plusDays(2));
  }

  private static Deducted deducted(@Nullable String incident, Service served) {
    return new Deducted(head("d1"), ZHANG, H1, "3.1", 2, DAY.minusDays(9), DAY.minusDays(3), incident, null, served,
        new Money(12_345), incident == null ? null : new Responsibility(null, 0, null, null));
  }

  private static List<Fact> again(List<? extends Fact> facts) {
    return FactText.read("存放处", facts.stream().map(FactText::write).toList());
  }

  @Test
  @DisplayName("随附案例的全部事实，写出再读回，一条不差，每一类都有")
  void shipped() {
    Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);
    for (Path file : CaseFiles.under(GOOD)) {
      try (Stream<Case> cases = CaseReader.cases(file, CaseReader.Use.FACTS)) {
        for (Case each : cases.toList()) {
          List<Fact> facts = each.facts();
          facts.forEach(fact -> kinds.add(fact.kind()));
          assertThat(again(facts)).as("%s %s", file, each.line()).isEqualTo(facts);
        }
      }
    }
    kinds.addAll(List.of(FactKind.COMMITTED, FactKind.REPAIRED, FactKind.NOT_SCORED));
    assertThat(kinds).isEqualTo(EnumSet.allOf(FactKind.class));
  }

  @Test
  @DisplayName("反例：改动一个字，读回的就不是原来的事实")
  void control() {
    String text = FactText.write(deducted("争执", Service.on(DAY)));
    assertThat(FactText.read("x", List.of(text))).containsExactly(deducted("争执", Service.on(DAY)));
    List<Fact> other = FactText.read("x", List.of(text.replace("\"times\":2", "\"times\":3")));
    assertThat(other).hasSize(1).doesNotContain(deducted("争执", Service.on(DAY)));
  }

  @Test
  @DisplayName("只送达一方、没有送达、先后送达、国家规则的事实，都原样读回")
  void partly() {
    List<Fact> facts = new ArrayList<>(List.of(
        new NationalFact.Committed(head("n1"), ZHANG, H1), new NationalFact.Repaired(head("n2"), ZHANG, 3),
        new NationalFact.NotScored(head("n3"), ZHANG, "情节“轻微”，\\已改正"),
        new MeritFact.Penalty(head("p1"), H1, new Money(-5)),
        new Suspended(head("s1"), ZHANG, 2, new Service(DAY, null), null, null, null),
        new Suspended(head("s2"), ZHANG, 2, new Service(null, DAY), null, null, null),
        new Suspended(head("s3"), ZHANG, 2, Service.NONE, null, null, null),
        new Suspended(head("s4"), ZHANG, 2, new Service(DAY, DAY.plusDays(1)), null, null, null)));
    assertThat(again(facts)).isEqualTo(facts);
  }

  @Test
  @DisplayName("更正写下全部内容：改掉的、不再有的、先后几次更正的，都原样读回")
  void corrections() {
    Deducted first = deducted("争执", Service.on(DAY));
    Deducted second = deducted(null, Service.NONE);
    Deducted third = deducted("另一事", new Service(null, DAY));
    List<Fact> facts = List.of(
        first, new Corrected(head("c1"), first.id(), second), new Corrected(head("c2"), first.id(), third),
        new Corrected(head("c3"), first.id(), second));
    assertThat(again(facts)).isEqualTo(facts);
    Signed open = new Signed(head("a1"), ZHANG, H1, DAY, null, null);
    Signed closed = new Signed(head("a1"), ZHANG, H1, DAY, DAY.plusYears(1), true);
    List<Fact> agreements = List.of(closed, new Corrected(head("c4"), closed.id(), open));
    assertThat(again(agreements)).isEqualTo(agreements);
  }

  @Test
  @DisplayName("案例格式说不出的事实不写：录入早于发生、没有对象的告知、过长的编号")
  void unsayable() {
    Head early = new Head(new FactId("x1"), DAY, DAY.minusDays(1));
    List<Fact> unsayable = List.of(
        new MeritFact.Honoured(early, ZHANG), new DutyFact.Notified(head("x2"), null, null, null, "notice"),
        new MeritFact.Honoured(head("x".repeat(200)), ZHANG), new MeritFact.Honoured(head("x3"), new PersonId("李\n四")));
    assertThat(unsayable).allSatisfy(fact ->
        assertThatThrownBy(() -> FactText.write(fact))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("cannot be written"));
    assertThat(FactText.write(new MeritFact.Honoured(head("x4"), ZHANG))).isEqualTo(
        "{\"what\":\"honoured\",\"id\":\"x4\",\"on\":\"2026-03-01\",\"recorded\":\"2026-03-03\",\"person\":\"zhang\"}");
  }

  @Test
  @DisplayName("读回时从严，说出是第几条、错在哪里")
  void strict() {
    String good = FactText.write(deducted(null, Service.NONE));
    String misspelt = good.replace("\"d1\"", "\"d2\"").replace("item", "itme");
    assertThatThrownBy(() -> FactText.read("张三", List.of(good, misspelt)))
        .isInstanceOf(LawFault.class).hasMessageContaining("张三:2").hasMessageContaining("itme");
    assertThatThrownBy(() -> FactText.read("张三", List.of(good, good)))
        .isInstanceOf(LawFault.class).hasMessageContaining("用了两次");
    String dangling = "{\"what\":\"withdrawn\",\"on\":\"2026-01-01\",\"of\":\"d9\"}";
    assertThatThrownBy(() -> FactText.read("张三", List.of(dangling)))
        .isInstanceOf(LawFault.class).hasMessageContaining("d9");
    assertThatThrownBy(() -> FactText.read("张三", List.of("{")))
        .isInstanceOf(LawFault.class).hasMessageContaining("JSON");
    assertThat(FactText.read("张三", List.of())).isEmpty();
  }
}
