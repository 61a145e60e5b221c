package cn.xingheng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("测速数据")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimFilesTest {
  private static final int LINES = 40_000;
  private static final Scale SMALL = Scale.of(3_000, 80, 13_000);

  private Path folder = Path.of("");

  private List<String[]> standings = List.of();
  private List<String[]> claims = List.of();

  @BeforeAll
  void write(@TempDir Path temporary) throws IOException {
    folder = temporary;
    ClaimFiles.write(folder, LINES, SMALL, 1);
    standings = rows("standings.csv");
    claims = rows("claims-" + LINES + ".csv");
  }

  private List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  @Test
  @DisplayName("同一种子两次写出的字节相同，换一个种子则不同")
  void sameSeedSameBytes(@TempDir Path again, @TempDir Path other) throws IOException {
    ClaimFiles.write(again, LINES, SMALL, 1);
    ClaimFiles.write(other, LINES, SMALL, 2);
    for (String file : List.of("standings.csv", "claims-" + LINES + ".csv")) {
      assertThat(Files.mismatch(folder.resolve(file), again.resolve(file))).as(file).isEqualTo(-1);
      assertThat(Files.mismatch(folder.resolve(file), other.resolve(file))).as(file).isNotEqualTo(-1);
    }
  }

  @Test
  @DisplayName("短文件的行就是长文件开头的行")
  void shortIsBeginningOfLong(@TempDir Path shorter) throws IOException {
    ClaimFiles.write(shorter, 500, SMALL, 1);
    assertThat(Files.readAllLines(shorter.resolve("claims-500.csv")))
        .isEqualTo(Files.readAllLines(folder.resolve("claims-" + LINES + ".csv")).subList(0, 501));
  }

  @Test
  @DisplayName("医师编码互不相同，分 18、13、8 位三种，约为六、三、一成")
  void codesHaveThreeForms() {
    Set<String> codes = standings.stream().map(row -> row[0]).collect(Collectors.toSet());
    Map<Integer, Long> byLength = codes.stream().collect(Collectors.groupingBy(String::length, Collectors.counting()));
    assertThat(codes).hasSize(SMALL.physicians()).allMatch(code ->
        code.matches("[A-Z][a-z][0-3][0-9]{15}|D[0-9]{12}|[0-9]{8}"));
    assertThat(byLength).isEqualTo(Map.of(18, 1_800L, 13, 900L, 8, 300L));
  }

  @Test
  @DisplayName("时段数与所求相差不到百分之三，同一医师同一机构的时段不重叠")
  void spansDoNotOverlap() {
    assertThat((double) standings.size()).isBetween(0.97 * SMALL.spans(), 1.03 * SMALL.spans());
    Map<String, String> through = new HashMap<>();
    for (String[] row : standings) {
      String before = through.put(row[0] + " " + row[1], row[3]);
      assertThat(before == null || before.compareTo(row[2]) < 0).as(String.join(",", row)).isTrue();
    }
  }

  @Test
  @DisplayName("行号连续，时间、金额、就诊类型都合格，行的次序不按医师")
  void linesAreLawful() {
    Set<String> neighbours = new HashSet<>();
    for (int i = 0; i < claims.size(); i++) {
      String[] row = claims.get(i);
      assertThat(row[0]).isEqualTo("C" + (ClaimFiles.FIRST_CLAIM + i));
      assertThat(row[1]).matches("20(1[6-9]|2[0-6])-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]");
      assertThat(row[4]).isIn("outpatient", "inpatient", "emergency", "rescue");
      assertThat(row[5]).matches("-?[1-9][0-9]{0,5}");
      neighbours.add(row[2]);
      if (i % 20 == 19) {
        assertThat(neighbours).hasSizeGreaterThan(5);
        neighbours.clear();
      }
    }
  }

  @Test
  @DisplayName("最忙的一成医师开出约六成的行，没有谁独大")
  void activityFollowsZipf() {
    List<Long> counts = claims.stream().map(row -> row[2]).filter(code -> !code.isEmpty())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).values().stream().sorted().toList()
        .reversed();
    long busiest = counts.stream().limit(SMALL.physicians() / 10).mapToLong(Long::longValue).sum();
    assertThat((double) busiest / LINES).isBetween(0.55, 0.70);
    assertThat((double) counts.getFirst() / LINES).isLessThan(0.03);
  }
}
