package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
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
}
