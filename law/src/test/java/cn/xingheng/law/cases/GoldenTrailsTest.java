package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A few cases whose whole trails were read line by line, and are compared line by line.
 *
 * <p>Each file of the folder {@code trails} stands beside a text: for each expectation its number and its answer, below
 * it the steps of its trail, each where it is first said. Steps that only say what was looked at are left out: that the
 * trail names every fact it should is tested over histories.
 */
@DisplayName("逐行核对过的依据链")
class GoldenTrailsTest {

  private static final CaseJudge JUDGE = new CaseJudge(new CaseEditions(), Answers.FACTORY);

  @ParameterizedTest
  @ValueSource(strings = {"suspension", "lianyungang", "visiting", "merit", "revisions", "refusals"})
  @DisplayName("与核对过的文本逐行一致")
  void lines(String name) throws IOException, URISyntaxException {
    Path folder = Path.of(GoldenTrailsTest.class.getResource("/trails").toURI());
    List<String> said = said(folder.resolve(name + ".yaml"));
    assertThat(said).containsExactlyElementsOf(Files.readAllLines(folder.resolve(name + ".txt")));
  }

  @Test
  @DisplayName("换一个读法，文本就不同")
  void control() throws IOException, URISyntaxException {
    Path folder = Path.of(GoldenTrailsTest.class.getResource("/trails").toURI());
    Path copy = Files.createTempFile("trails", ".yaml");
    Files.writeString(copy, "readings: {advance-notice: on-day}\n"
        + Files.readString(folder.resolve("suspension.yaml")));
    assertThat(said(copy)).isNotEqualTo(Files.readAllLines(folder.resolve("suspension.txt")));
    Files.delete(copy);
  }

  static List<String> said(Path file) {
    List<String> lines = new ArrayList<>();
    try (Stream<Case> cases = CaseReader.cases(file, CaseReader.Use.RUN)) {
      for (Case each : cases.toList()) {
        for (CaseResult.Outcome outcome : JUDGE.judge(each).outcomes()) {
          assertThat(outcome.passed()).as("%s %s", outcome.index(), outcome.wrong()).isTrue();
          lines.add(outcome.index() + "  " + shown(outcome.actual()));
          outcome.why().stream()
              .filter(step -> !step.contains("查明"))
              .map(step -> "     " + step)
              .filter(step -> !lines.contains(step))
              .forEach(lines::add);
        }
      }
    }
    return lines;
  }

  private static String shown(@Nullable Map<String, @Nullable Object> actual) {
    return actual == null
        ? "没有答案"
        : actual.entrySet().stream()
            .map(field -> field.getKey() + " " + Shown.value(field.getValue()))
            .collect(Collectors.joining("；"));
  }
}
