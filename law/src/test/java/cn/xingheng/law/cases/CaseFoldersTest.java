package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped cases, one test for each folder, read once.
 *
 * <p>Small tests that share what they read are what the mutation score needs: a change in the reckoning is found by
 * the folders that walk through it, without running the others.
 */
@DisplayName("随附的案例，按条文")
class CaseFoldersTest {

  private static final Path GOOD =
      Path.of(System.getProperty("xingheng.root", "..")).resolve(Path.of("law", "cases", "good"));

  private static final CaseJudge JUDGE = new CaseJudge(new CaseEditions(), Answers.FACTORY);
  private static final Map<String, List<Case>> FOLDERS = folders();

  private static Map<String, List<Case>> folders() {
    Map<String, List<Case>> folders = new LinkedHashMap<>();
    for (Path file : CaseFiles.under(GOOD)) {
      Path folder = GOOD.relativize(file.resolveSibling(""));
      try (Stream<Case> cases = CaseReader.cases(file, CaseReader.Use.RUN)) {
        cases.forEach(folders.computeIfAbsent(folder.toString(), name -> new ArrayList<>())::add);
      }
    }
    return folders;
  }

  static Stream<Arguments> named() {
    return FOLDERS.entrySet().stream().map(folder -> argumentSet(folder.getKey(), folder.getValue()));
  }

  @ParameterizedTest
  @MethodSource("named")
  @DisplayName("文件夹中的案例全部相符")
  void pass(List<Case> cases) {
    assertThat(cases).isNotEmpty();
    for (Case each : cases) {
      CaseResult result = JUDGE.judge(each);
      assertThat(result.passed()).as("%s：%s %s", each.file(), each.name(), result.outcomes()).isTrue();
    }
  }
}
