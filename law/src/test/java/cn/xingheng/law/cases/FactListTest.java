package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.facts.DecisionFact.Deducted;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.core.facts.Service;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("事实的编号和更正")
class FactListTest {

  @TempDir Path folder;
  private CaseText text;

  @BeforeEach
  void text() {
    text = new CaseText(folder);
  }

  private List<String> ids(List<String> facts) {
    return text.read(facts).facts().stream().map(fact -> fact.id().value()).toList();
  }

  @Test
  @DisplayName("没有编号的事实得到一个由内容决定的编号")
  void madeIds() {
    assertThat(ids(List.of(CaseText.SIGNED))).containsExactly("signed:2026-01-01:zhang@h1");
    List<String> ids = ids(List.of(
        "{on: 2026-01-01, what: signed, person: zhang, at: h1, through: 2026-12-31}",
        "{on: 2026-01-01, what: signed, person: zhang, at: h1, through: 2027-12-31}",
        CaseText.SIGNED, CaseText.SIGNED));
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids.subList(2, 4)).containsExactly("signed:2026-01-01:zhang@h1", "signed:2026-01-01:zhang@h1.2");
  }

  @Test
  @DisplayName("编号与先后、与别的事实都无关")
  void stableIds() {
    List<String> facts = new ArrayList<>(List.of(
        CaseText.SIGNED, "{on: 2026-01-01, what: penalty, institution: h1, yuan: 100}",
        "{on: 2026-01-01, what: penalty, institution: h1, yuan: 200}",
        "{on: 2026-01-01, what: honoured, person: zhang, recorded: 2026-01-05}"));
    Set<Fact> inOrder = Set.copyOf(text.read(facts).facts());
    Collections.reverse(facts);
    assertThat(Set.copyOf(text.read(facts).facts())).isEqualTo(inOrder);
    Set<String> all = inOrder.stream().map(fact -> fact.id().value()).collect(Collectors.toSet());
    facts.removeFirst();
    assertThat(all).containsAll(ids(facts)).hasSize(4);
  }

  @Test
  @DisplayName("编号的字段次序不影响编号")
  void fieldOrder() {
    assertThat(ids(List.of("{through: 2026-12-31, at: h1, person: zhang, what: signed, on: 2026-01-01}")))
        .isEqualTo(ids(List.of("{on: 2026-01-01, what: signed, person: zhang, at: h1, through: 2026-12-31}")));
  }

  @Test
  @DisplayName("更正给出改正后的整条事实：同一编号，同一录入日")
  void corrected() {
    Corrected correction = (Corrected) text.read(List.of(
        CaseText.DEDUCTED,
        "{on: 2026-05-06, what: corrected, of: d1, decided: 2026-03-09, item: \"2.1\"}")).facts().getLast();
    Deducted as = (Deducted) correction.as();
    assertThat(as.id().value()).isEqualTo("d1");
    assertThat(as.on()).isEqualTo("2026-03-09");
    assertThat(as.recorded()).isEqualTo("2026-03-10");
    assertThat(as.item()).isEqualTo("2.1");
    assertThat(as.served()).isEqualTo(Service.on(LocalDate.of(2026, 3, 11)));
    assertThat(correction.on()).isEqualTo("2026-05-06");
  }

  @Test
  @DisplayName("先后两次更正相叠，按录入日而不按文件中的次序")
  void correctedTwice() {
    Case c = text.read(List.of(
        "{on: 2026-06-01, what: corrected, id: c2, of: d1, times: 3}",
        CaseText.DEDUCTED,
        "{on: 2026-05-06, what: corrected, id: c1, of: d1, item: \"2.1\", times: 2}"));
    Deducted later = (Deducted) ((Corrected) c.facts().get(0)).as();
    Deducted earlier = (Deducted) ((Corrected) c.facts().get(2)).as();
    assertThat(later.item()).isEqualTo("2.1");
    assertThat(later.times()).isEqualTo(3);
    assertThat(earlier.times()).isEqualTo(2);
  }
}
