package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.core.claims.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("结算编号唯一")
final class UniqueIdsTest {
  private static final MatchOptions OPTIONS =
      new MatchOptions(Verdict.EXCEPTED, 2, ChunkSource.LEAST_CAPACITY).withUniqueIds();

  private Run run;

  @BeforeEach
  void folder(@TempDir Path folder) {
    run = new Run(folder).standings(Run.STANDINGS + "zhang,h1,2026-01-01,2026-12-31,effective,\n");
  }

  private static String line(String id) {
    return id + ",2026-05-04T10:00,zhang,h1,outpatient,100\n";
  }

  private Summary match() throws IOException {
    return MatchRun.run(run.files(), OPTIONS, Progress.SILENT);
  }

  @Test
  @DisplayName("重复的编号连同两处行号说出来，什么也不写；引号、长短、前缀都分得清")
  void twice() throws IOException {
    String long1 = "x".repeat(63);
    String claims = Run.CLAIMS + line("c1") + line("c10") + line("\"c,1\"") + "torn\n" + line("c") + line(long1 + "1")
        + line(long1 + "2") + line(long1);
    run.claims(claims);
    assertThat(match().decided()).isEqualTo(7);
    run.forget();
    for (String id : List.of("c1", "\"c10\"", "\"c,1\"", long1 + "2")) {
      run.claims(claims + line("y") + line(id));
      assertThatThrownBy(this::match).as(id).isInstanceOf(UnusableInput.class)
          .hasMessageContaining("1 lines repeat").hasMessageContaining("=11").hasMessageContaining("Maybe ");
      assertThat(run.names()).containsExactly("C.csv", "S.csv");
    }
    assertThat(run.run().decided()).as("without the option").isEqualTo(9);
  }

  @Test
  @DisplayName("二十万行，编号有规律：没有误报；重复的一个不漏，先说最早的")
  void many() throws IOException {
    StringBuilder claims = new StringBuilder(Run.CLAIMS);
    for (int i = 0; i < 200_000; i++) {
      claims.append(line("2026" + (i % 2 == 0 ? "A" : "") + i));
    }
    run.claims(claims.toString());
    assertThat(match().decided()).isEqualTo(200_000);
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      claims.append(line("2026" + (1 + 2 * random.nextInt(10))));
    }
    claims.append(line("2026A0"));
    run.forget();
    run.claims(claims.toString());
    assertThatThrownBy(this::match).hasMessageContaining("501 lines repeat").hasMessageContaining("=200002, ")
        .hasMessageContaining("…");
    assertThat(run.names()).containsExactly("C.csv", "S.csv");
  }
}
