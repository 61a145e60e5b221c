package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.basics.PersonId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("逐条说明")
class ExplanationTest {

  @TempDir Path folder;

  private Case read(String... facts) {
    Path file = new CaseText(folder)
        .file("a.yaml", "edition: anhui-2019\ngiven:\n  - " + String.join("\n  - ", facts) + "\n");
    try (Stream<Case> cases = CaseReader.cases(file, CaseReader.Use.EXPLAIN)) {
      return cases.findFirst().orElseThrow();
    }
  }

  private static List<String> explain(Case c) {
    CaseEditions editions = new CaseEditions();
    var ready = (CaseEditions.Ready) editions.find(c);
    Reckoning reckoning = FakeReckoning.FACTORY.of(c, ready.edition(), editions.calendar(c));
    return Explanation.of(c, reckoning, new PersonId("zhang"), Explanation.lastDay(c), null);
  }

  @Test
  @DisplayName("没有名称和预期的案例也能说明：每个执业点、每项决定，依据只写一次")
  void lines() {
    List<String> lines = explain(read(CaseText.SIGNED, CaseText.DEDUCTED));
    assertThat(lines.getFirst()).isEqualTo("zhang，2026-03-11");
    assertThat(lines).anyMatch(line -> line.startsWith("  在 h1：扣分累计 6"));
    assertThat(lines).anyMatch(line -> line.startsWith("  扣分 d1"));
    assertThat(lines).containsOnlyOnce("        扣分 d1");
  }

  @Test
  @DisplayName("最后一日取录入日和送达日中最晚的")
  void lastDay() {
    assertThat(Explanation.lastDay(read(CaseText.SIGNED))).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(Explanation.lastDay(read(CaseText.SIGNED, CaseText.SUSPENDED))).isEqualTo(LocalDate.of(2026, 4, 8));
    assertThat(Explanation.persons(read(CaseText.SIGNED, CaseText.SUSPENDED))).containsExactly(new PersonId("zhang"));
  }

  @Test
  @DisplayName("只取事实时，不看名称和预期")
  void factsOnly() {
    Path file = new CaseText(folder).file("b.yaml",
        "edition: anhui-2019\ngiven: [" + CaseText.SIGNED + "]\nexpect: [{pionts: 3}]\n");
    try (Stream<Case> cases = CaseReader.cases(file, CaseReader.Use.FACTS)) {
      Case c = cases.findFirst().orElseThrow();
      assertThat(c.facts()).hasSize(1);
      assertThat(c.expectations()).isEmpty();
    }
  }
}
