package cn.xingheng.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("答案对照")
class SameAnswersTest {
  private static final String OURS = """
      claim_id,verdict,because
      C1000000000,payable,
      C1000000001,refused,points
      C1000000002,payable,
      """;
  private static final String OTHER_ORDER = """
      claim_id,verdict,because
      C1000000002,payable,
      C1000000000,payable,
      C1000000001,refused,points
      """;
  private static final String SUMMARY = """
      {
        "read": 3,
        "byVerdict": {
          "payable": {"lines": 2, "fen": 30},
          "refused": {"lines": 1, "fen": -5}
        },
        "byCause": {
          "points": {"lines": 1, "fen": -5}
        },
        "byInstitution": {
          "H1": {"lines": 3, "fen": 25}
        }
      }
      """;
  private static final String TOTALS = """
      kind,key,lines,fen
      institution,H1,3,25
      cause,points,1,-5
      verdict,refused,1,-5
      verdict,payable,2,30
      """;

  @TempDir
  private Path folder = Path.of("");

  private void check(String peerVerdicts, String peerTotals) throws IOException {
    Path ours = Files.writeString(folder.resolve("ours.csv"), OURS);
    Path summary = Files.writeString(folder.resolve("ours.json"), SUMMARY);
    Path peer = Files.writeString(folder.resolve("peer.csv"), peerVerdicts);
    Path totals = Files.writeString(folder.resolve("peer-totals.csv"), peerTotals);
    SameAnswers.check(ours, summary, peer, totals, 3);
  }

  @Test
  @DisplayName("次序不同而内容相同，算作相同")
  void orderDoesNotMatter() {
    assertThatCode(() -> check(OTHER_ORDER, TOTALS)).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("埋下的一处错判被找到，并说出是哪一行")
  void aPlantedVerdictIsFound() {
    assertThatThrownBy(() -> check(OTHER_ORDER.replace("C1000000002,payable,", "C1000000002,refused,left"), TOTALS))
        .isInstanceOf(Disagreement.class).hasMessageContaining("C1000000002")
        .hasMessageContaining("payable").hasMessageContaining("refused,left");
  }

  @Test
  @DisplayName("判定相同而原因不同，被找到")
  void aPlantedCauseIsFound() {
    assertThatThrownBy(() -> check(OTHER_ORDER.replace("points", "left"), TOTALS))
        .isInstanceOf(Disagreement.class).hasMessageContaining("C1000000001");
  }

  @Test
  @DisplayName("缺一行、重一行、多一行、断在行中，各被找到")
  void aLineTooFewOrTooManyIsFound() {
    assertThatThrownBy(() -> check(OTHER_ORDER.replace("C1000000002,payable,\n", ""), TOTALS))
        .isInstanceOf(Disagreement.class).hasMessageContaining("nothing");
    assertThatThrownBy(() -> check(OTHER_ORDER + "C1000000002,payable,\n", TOTALS))
        .isInstanceOf(Disagreement.class).hasMessageContaining("twice");
    assertThatThrownBy(() -> check(OTHER_ORDER + "C1000000003,payable,\n", TOTALS))
        .isInstanceOf(Disagreement.class).hasMessageContaining("no claim");
    assertThatThrownBy(() -> check(OTHER_ORDER.strip(), TOTALS))
        .isInstanceOf(Disagreement.class).hasMessageContaining("middle of a line");
  }

  @Test
  @DisplayName("合计差一分、少一项，各被找到")
  void aPlantedTotalIsFound() {
    assertThatThrownBy(() -> check(OTHER_ORDER, TOTALS.replace("H1,3,25", "H1,3,26")))
        .isInstanceOf(Disagreement.class).hasMessageContaining("institution H1").hasMessageContaining("26 fen");
    assertThatThrownBy(() -> check(OTHER_ORDER, TOTALS.replace("cause,points,1,-5\n", "")))
        .isInstanceOf(Disagreement.class).hasMessageContaining("cause points");
  }
}
