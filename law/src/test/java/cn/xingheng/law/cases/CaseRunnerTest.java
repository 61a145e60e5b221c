package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.law.editions.Editions;
import cn.xingheng.law.yaml.LawFault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("运行案例")
class CaseRunnerTest {

  @TempDir Path folder;
  private CaseText text;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void text() {
    text = new CaseText(folder);
  }

  /** Keeps what it is told. */
  private static final class Kept implements CaseReport {
    private final List<CaseResult> results = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    @Override
    public void refused(LawFault fault) {
      refusals.add(String.valueOf(fault.getMessage()));
    }

    @Override
    public void ran(CaseResult result, @Nullable CaseResult before) {
      results.add(result);
    }

    @Override
    public void ended(Totals totals) {}
  }

  private CaseReport.Totals run(CaseReport report, Path... paths) {
    CaseJudge judge = new CaseJudge(new CaseEditions(), FakeReckoning.FACTORY);
    return new CaseRunner(judge).run(List.of(paths), report);
  }

  private CaseReport.Totals run(Path... paths) {
    return run(new TextReport(new PrintWriter(out), new PrintWriter(err)), paths);
  }

  private Path expecting(String name, String... expectations) {
    return text.file(name, CaseText.document("anhui-2019", List.of(CaseText.DEDUCTED), List.of(expectations)));
  }

  @Test
  @DisplayName("全部相符：最后一行是合计，退出码 0")
  void passes() {
    CaseReport.Totals totals = run(expecting("a.yaml", CaseText.POINTS));
    assertThat(totals.exitCode()).isZero();
    assertThat(out.toString()).isEqualTo("1 passed, 0 failed" + System.lineSeparator());
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(delimiter = '|', value = {
    "points: 6 | 0",
    "points: 7 | 1",
    "due: [notice] | 0",
    "due: [notice, interview] | 0",
    "due: [notice, terminate] | 1",
    "due: interview | 0",
    "not-due: [terminate] | 0",
    "not-due: [terminate, interview] | 1",
    "remaining: 6 | 1",
  })
  @DisplayName("只核对写了的字段：due 包含，not-due 不包含，其余相等")
  void compares(String asserted, int exit) {
    Path file = expecting("a.yaml", "{on: 2026-03-10, person: zhang, " + asserted + "}");
    assertThat(run(file).exitCode()).isEqualTo(exit);
  }

  @Test
  @DisplayName("不符：写出字段、预期、推算和依据")
  void fails() {
    assertThat(run(expecting("a.yaml", "{on: 2026-03-10, person: zhang, points: 7}")).exitCode()).isOne();
    assertThat(out.toString()).contains("a.yaml:1 测试案例", "第 6 行", "points 预期 7，推算 6", "扣分 d1")
        .endsWith("0 passed, 1 failed" + System.lineSeparator());
  }

  @Test
  @DisplayName("推算中断只使这一条不符，其余照跑")
  void breaks() {
    Path file = expecting("a.yaml", "{on: 2026-03-10, person: broken, points: 6}", CaseText.POINTS);
    Kept kept = new Kept();
    assertThat(run(kept, file).exitCode()).isOne();
    assertThat(kept.results.getFirst().outcomes()).extracting(CaseResult.Outcome::passed).containsExactly(false, true);
    assertThat(kept.results.getFirst().outcomes().getFirst().why()).first().asString().contains("坏了");
  }

  @Test
  @DisplayName("坏文件整个被拒，后面的文件照跑，退出码 2 优先")
  void refusesWhole() {
    Path bad = text.file("a.yaml", CaseText.document("anhui-2019", List.of(CaseText.DEDUCTED), List.of(CaseText.POINTS))
        + "---\ncase: 坏\n");
    Path wrong = expecting("b.yaml", "{on: 2026-03-10, person: zhang, points: 7}");
    CaseReport.Totals totals = run(bad, folder.resolve("none.yaml"), wrong);
    assertThat(totals).isEqualTo(new CaseReport.Totals(0, 1, 2));
    assertThat(totals.exitCode()).isEqualTo(2);
    assertThat(err.toString()).contains("a.yaml:8:1:", "none.yaml:1:1:", "Maybe ");
    assertThat(out.toString()).endsWith("0 passed, 1 failed" + System.lineSeparator());
  }

  @Test
  @DisplayName("JSON 行与 YAML 同义；有一行坏，整个文件不跑")
  void jsonLines() {
    String good = "{\"case\":\"行\",\"edition\":\"anhui-2019\",\"given\":[{\"on\":\"2026-03-10\",\"what\":\"deducted\","
        + "\"id\":\"d1\",\"person\":\"zhang\",\"at\":\"h1\",\"item\":\"3.1\",\"act\":\"2026-02-20\"}],"
        + "\"expect\":[{\"on\":\"2026-03-10\",\"person\":\"zhang\",\"points\":6}]}";
    assertThat(run(text.file("a.jsonl", good + "\n\n" + good + "\n"))).isEqualTo(new CaseReport.Totals(2, 0, 0));
    Path torn = text.file("b.jsonl", good + "\n" + good.substring(0, 40) + "\n");
    assertThat(run(torn)).isEqualTo(new CaseReport.Totals(0, 0, 1));
    assertThat(err.toString()).contains("b.jsonl:2:");
    Path misspelt = text.file("c.jsonl", good + "\n" + good.replace("\"points\"", "\"pionts\""));
    assertThat(run(misspelt).exitCode()).isEqualTo(2);
    assertThat(err.toString()).contains("c.jsonl:2:", "你想写的是 `points`");
  }

  @Test
  @DisplayName("多核运行，结果按文件中的次序")
  void inOrder() {
    String all = IntStream.range(0, 1_500)
        .mapToObj(i -> CaseText.document("anhui-2019", List.of(CaseText.DEDUCTED), List.of(CaseText.POINTS))
            .replace("测试案例", "案例" + i))
        .collect(Collectors.joining("---\n"));
    Kept kept = new Kept();
    assertThat(run(kept, text.file("a.yaml", all)).passed()).isEqualTo(1_500);
    assertThat(kept.results).extracting(CaseResult::name)
        .containsExactlyElementsOf(IntStream.range(0, 1_500).mapToObj(i -> "案例" + i).toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', value = {
    "national-2099",
    "nowhere.yaml",
    "[{edition: anhui-2019, from: 2019-01-01}, {edition: national-2099, from: 2027-01-01}]",
  })
  @DisplayName("没有的版本、跨版本：案例读入，算作不符，说明缘由")
  void noEdition(String edition) {
    Path file = text.file("a.yaml", CaseText.document(edition, List.of(CaseText.DEDUCTED), List.of(CaseText.POINTS)));
    Kept kept = new Kept();
    assertThat(run(kept, file)).isEqualTo(new CaseReport.Totals(0, 1, 0));
    assertThat(kept.results.getFirst().outcomes().getFirst().why()).hasSize(1).first().asString().contains("版本");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(delimiter = '|', value = {
    "{points-year: act} | 0",
    "{anhui-in-force: 2019-05-01} | 0",
    "{points-year: lunar} | 2",
    "{points-years: act} | 2",
    "{escalation: absorb} | 2",
    "{anhui-in-force: 五月} | 2",
  })
  @DisplayName("读法须是该版本所列的，日期读法须是日期")
  void readings(String readings, int exit) {
    String plain = CaseText.document("anhui-2019", List.of(CaseText.DEDUCTED), List.of(CaseText.POINTS));
    Path file = text.file("a.yaml", plain.replace("given:", "readings: " + readings + "\ngiven:"));
    assertThat(run(file).exitCode()).isEqualTo(exit);
    assertThat(err.toString().contains("a.yaml:3:")).isEqualTo(exit == 2);
  }

  @Test
  @DisplayName("按另一版本运行：列出有变化的案例和两个答案")
  void otherEdition() {
    String copy = Editions.source("anhui-2019", folder).text().replace("\"3.1\": {points: 6", "\"3.1\": {points: 5");
    Path other = text.file("copy.yaml", copy);
    Path file = text.file("a.jsonl.yaml", CaseText.document("anhui-2019", List.of(CaseText.DEDUCTED),
        List.of(CaseText.POINTS, "{on: 2026-03-10, person: zhang, due: [notice], not-due: [terminate]}")));
    CaseJudge judge = new CaseJudge(new CaseEditions(), FakeReckoning.FACTORY);
    CaseRunner runner = new CaseRunner(judge, Map.of("anhui-2019", other));
    runner.run(List.of(file), new TextReport(new PrintWriter(out), new PrintWriter(err)));
    assertThat(out.toString()).contains("CHANGED", "原 {points: 6} → 现 {points: 5}")
        .endsWith("0 passed, 1 failed" + System.lineSeparator());
    StringWriter json = new StringWriter();
    runner.run(List.of(file), new JsonReport(new PrintWriter(json), new PrintWriter(err)));
    assertThat(json.toString()).contains("\"changed\":[{\"index\":0,\"was\":{\"points\":6},\"now\":{\"points\":5}}");
    CaseRunner same = new CaseRunner(judge, Map.of("lianyungang-2012", other));
    StringWriter silent = new StringWriter();
    same.run(List.of(file), new TextReport(new PrintWriter(silent), new PrintWriter(err)));
    assertThat(silent.toString()).isEqualTo("1 passed, 0 failed" + System.lineSeparator());
  }

  @Test
  @DisplayName("版本可以是文件，路径从案例所在的文件夹算起；版本文件有错，案例文件不能读取")
  void editionFile() {
    String copy = Editions.source("anhui-2019", folder).text().replace("\"3.1\": {points: 6", "\"3.1\": {points: 5");
    text.file("copy.yaml", copy);
    text.file("broken.yaml", copy.replace("catalogue:", "katalogue:"));
    List<String> facts = List.of(CaseText.DEDUCTED);
    List<String> expected = List.of("{on: 2026-03-10, person: zhang, points: 5}");
    assertThat(run(text.file("a.yaml", CaseText.document("./copy.yaml", facts, expected))).exitCode()).isZero();
    assertThat(run(text.file("b.yaml", CaseText.document("./broken.yaml", facts, expected))).exitCode()).isEqualTo(2);
    assertThat(err.toString()).contains("broken.yaml:", "catalogue");
  }

  @Test
  @DisplayName("JSON：每个案例一个对象，每条预期一个答案")
  void json() {
    Path file = expecting("a.yaml", "{on: 2026-03-10, person: zhang, points: 7}", CaseText.POINTS);
    run(new JsonReport(new PrintWriter(out), new PrintWriter(err)), file);
    assertThat(out.toString().strip()).isEqualTo("{\"name\":\"测试案例\",\"file\":\"" + file + "\",\"passed\":false,"
        + "\"failures\":[{\"index\":0,\"expected\":{\"points\":7},\"actual\":{\"points\":6},\"why\":[\"扣分 d1\"]}],"
        + "\"answers\":[{\"index\":0,\"actual\":{\"points\":6}},{\"index\":1,\"actual\":{\"points\":6}}]}");
    assertThat(err.toString()).contains("0 passed, 1 failed");
  }
}
