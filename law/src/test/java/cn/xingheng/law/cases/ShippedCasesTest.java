package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("随附的案例")
class ShippedCasesTest {

  private static final Path GOOD =
      Path.of(System.getProperty("xingheng.root", "..")).resolve(Path.of("law", "cases", "good"));

  @Test
  @DisplayName("按真正的推算全部相符，且为数不少")
  void pass() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    CaseJudge judge = new CaseJudge(new CaseEditions(), Answers.FACTORY);
    CaseReport.Totals totals = new CaseRunner(judge).run(List.of(GOOD), new TextReport(out, out));
    assertThat(totals.exitCode()).as(said.toString()).isZero();
    assertThat(totals.passed()).isGreaterThan(250);
  }

  @Test
  @DisplayName("条目、门槛、期限、读法、义务和不予受理，每一点都有案例；少了一个文件夹就看得出")
  void cover() {
    assertThat(Coverage.of(GOOD, Answers.FACTORY).empty()).isEmpty();
    Path part = GOOD.resolve("lianyungang-2012").resolve("L17");
    assertThat(Coverage.of(part, Answers.FACTORY).empty()).isNotEmpty();
  }

  @Test
  @DisplayName("另一版本：按协议期累计，另设档次、月数和期限，不改程序即可推算")
  void otherEdition() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    Path other = Path.of("src", "test", "resources", "other-edition", "case.yaml");
    CaseJudge judge = new CaseJudge(new CaseEditions(), Answers.FACTORY);
    CaseReport.Totals totals = new CaseRunner(judge).run(List.of(other), new TextReport(out, out));
    assertThat(totals.exitCode()).as(said.toString()).isZero();
    assertThat(totals.passed()).isEqualTo(1);
  }

  @Test
  @DisplayName("每对读法案例，除读法和答案外一字不差")
  void pairs() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(GOOD)) {
      files = walk.filter(file -> file.toString().matches(".*/readings[^/]*/[^/]*--[^/]*")).toList();
    }
    assertThat(files).hasSizeGreaterThan(25);
    for (Path file : files) {
      try (Stream<Case> read = CaseReader.cases(file, CaseReader.Use.RUN)) {
        List<Case> pair = read.toList();
        assertThat(pair).as("%s", file).hasSize(2);
        assertThat(like(pair.get(0))).as("%s", file).isEqualTo(like(pair.get(1)));
        assertThat(pair.get(0).readings()).as("%s", file).isNotEqualTo(pair.get(1).readings());
        assertThat(wants(pair.get(0))).as("%s", file).isNotEqualTo(wants(pair.get(1)));
      }
    }
  }

  private static List<Object> like(Case c) {
    return List.of(c.name(), c.editions().stream().map(EditionRef::name).toList(), c.cite(), c.facts());
  }

  private static List<?> wants(Case c) {
    return c.expectations().stream().map(Expectation::wants).toList();
  }
}
