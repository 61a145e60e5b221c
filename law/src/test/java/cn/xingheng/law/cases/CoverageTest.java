package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("案例覆盖")
class CoverageTest {

  @TempDir Path folder;

  private CoverageTable table(String... expectations) {
    new CaseText(folder).file("a.yaml",
        CaseText.document("anhui-2019", List.of(CaseText.DEDUCTED), List.of(expectations)));
    return Coverage.of(folder, FakeReckoning.FACTORY);
  }

  @Test
  @DisplayName("断言了扣分累计的条目、断言了待办的门槛算作有案例，其余列为没有")
  void counts() {
    CoverageTable table =
        table("{on: 2026-03-10, person: zhang, points: 6, due: [interview], not-due: [terminate]}");
    assertThat(table.of("anhui-2019", WordCoverage.ITEM, "3.1")).isOne();
    assertThat(table.of("anhui-2019", WordCoverage.ITEM, "3.2")).isZero();
    assertThat(table.of("anhui-2019", ThresholdCoverage.THRESHOLD, "interview 6")).isOne();
    assertThat(table.of("anhui-2019", ThresholdCoverage.THRESHOLD, "interview 7")).isZero();
    assertThat(table.of("anhui-2019", WordCoverage.DUTY, "interview due")).isOne();
    assertThat(table.of("anhui-2019", WordCoverage.DUTY, "interview not-due")).isZero();
    assertThat(table.of("anhui-2019", WordCoverage.DUTY, "terminate not-due")).isOne();
    assertThat(table.empty()).contains("anhui-2019 / 条目 / 3.2").doesNotContain("anhui-2019 / 条目 / 3.1");
    assertThat(table.lines()).anyMatch(line -> line.contains("3.1"));
  }

  @Test
  @DisplayName("不符的案例不算")
  void failedCases() {
    CoverageTable table = table("{on: 2026-03-10, person: zhang, points: 7, due: [interview]}");
    assertThat(table.of("anhui-2019", WordCoverage.ITEM, "3.1")).isZero();
    assertThat(table.of("anhui-2019", WordCoverage.DUTY, "interview due")).isZero();
  }
}
