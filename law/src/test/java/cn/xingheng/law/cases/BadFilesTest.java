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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("随附的坏文件")
class BadFilesTest {

  private static final Path CASES =
      Path.of(System.getProperty("xingheng.root", "..")).resolve(Path.of("law", "cases"));

  static List<Path> bad() throws IOException {
    try (Stream<Path> walk = Files.walk(CASES.resolve("bad"))) {
      return walk.filter(file -> file.toString().matches(".*\\.(ya?ml|jsonl)"))
          .filter(file -> !CASES.resolve("bad").relativize(file).startsWith("editions"))
          .sorted().toList();
    }
  }

  @Test
  @DisplayName("至少有二十个坏文件，每个旁边写着应有的话")
  void there() throws IOException {
    assertThat(bad()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(bad()).allSatisfy(file -> assertThat(expected(file)).isNotEmptyFile());
  }

  private static Path expected(Path file) {
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".expected.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  @DisplayName("坏文件被拒，说出应有的话，退出码为 2")
  void refused(Path file) throws IOException {
    StringWriter said = new StringWriter();
    CaseReport.Totals totals = run(file, said);
    assertThat(totals.exitCode()).isEqualTo(2);
    assertThat(totals.passed() + totals.failed()).isZero();
    assertThat(said.toString()).startsWith(file + ":").contains("\nMaybe ");
    List<String> phrases = Files.readAllLines(expected(file)).stream().filter(line -> !line.isBlank()).toList();
    assertThat(said.toString()).contains(phrases);
  }

  @Test
  @DisplayName("好文件不被拒")
  void control() throws IOException {
    try (Stream<Path> walk = Files.walk(CASES.resolve("good"))) {
      Path good = walk.filter(file -> file.toString().endsWith(".yaml")).sorted().findFirst().orElseThrow();
      StringWriter said = new StringWriter();
      assertThat(run(good, said).refused()).isZero();
      assertThat(said.toString()).isEmpty();
    }
  }

  private static CaseReport.Totals run(Path file, StringWriter said) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    CaseJudge judge = new CaseJudge(new CaseEditions(), FakeReckoning.FACTORY);
    return new CaseRunner(judge).run(List.of(file), new TextReport(nowhere, new PrintWriter(said)));
  }
}
