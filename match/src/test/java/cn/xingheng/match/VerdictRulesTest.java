package cn.xingheng.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("逐行判定")
final class VerdictRulesTest {
  private static final String ROWS = """
      zhang,h1,2026-01-01,2026-04-29,effective,
      zhang,h1,2026-04-30,2026-06-29,suspended,points
      zhang,h1,2026-06-30,2026-12-31,effective,
      zhang,h2,2026-03-01,2026-03-31,effective,
      li,h1,2026-01-01,2026-02-28,effective,
      li,h1,2026-03-01,9999-12-31,ended,left
      li,h2,2026-01-01,9999-12-31,suspended,institution
      wang,h1,2026-01-01,9999-12-31,unresolved,
      zhao,h1,2026-01-01,9999-12-31,unresolved,pending-review
      sun,h2,2026-01-01,9999-12-31,suspended,points institution
      qian,h1,2026-01-01,2026-03-31,none,barred
      qian,h1,2026-04-01,9999-12-31,none,
      qian,h3,2026-01-01,9999-12-31,effective,
      """;

  private Run run;

  @BeforeEach
  void folder(@TempDir Path folder) {
    run = new Run(folder);
  }

  private String verdict(String at, String physician, String institution, String setting) throws IOException {
    return run.verdict(ROWS, "c1," + at + "," + physician + "," + institution + "," + setting + ",100");
  }

  @ParameterizedTest(name = "{0} {1} 在 {2} 的{3}：{4}")
  @CsvSource({
    "2026-04-29T23:59, zhang, h1, outpatient, 'payable,'",
    "2026-04-30T00:00, zhang, h1, outpatient, 'refused,points'",
    "2026-06-29T23:59, zhang, h1, inpatient, 'refused,points'",
    "2026-06-30T00:00, zhang, h1, outpatient, 'payable,'",
    "2026-05-04T10:00, zhang, h1, emergency, 'excepted,points'",
    "2026-05-04T10:00, zhang, h1, rescue, 'excepted,points'",
    "2026-04-01T10:00, zhang, h1, emergency, 'payable,'",
  })
  @DisplayName("协议所在机构：按当日状态")
  void row(String at, String physician, String institution, String setting, String expected) throws IOException {
    assertThat(verdict(at, physician, institution, setting)).isEqualTo("c1," + expected);
  }

  @Test
  @DisplayName("编码为空：不能判定，急诊也一样")
  void emptyCode() throws IOException {
    assertThat(verdict("2026-04-01T10:00", "", "h1", "outpatient")).isEqualTo("c1,unresolved,no-code");
    assertThat(verdict("2026-04-01T10:00", "", "h1", "rescue")).isEqualTo("c1,unresolved,no-code");
  }

  @Test
  @DisplayName("编码从未签约：拒付；急诊例外支付")
  void unknownCode() throws IOException {
    assertThat(verdict("2026-04-01T10:00", "nobody", "h1", "outpatient")).isEqualTo("c1,refused,unknown-code");
    assertThat(verdict("2026-04-01T10:00", "nobody", "h1", "emergency")).isEqualTo("c1,excepted,unknown-code");
  }

  @Test
  @DisplayName("从未在此机构签约而在别处有效或暂停：说在其他机构")
  void otherInstitution() throws IOException {
    assertThat(verdict("2026-02-01T10:00", "zhang", "h2", "outpatient")).isEqualTo("c1,refused,other-institution");
    assertThat(verdict("2026-02-01T10:00", "zhang", "h9", "outpatient")).isEqualTo("c1,refused,other-institution");
    assertThat(verdict("2026-05-04T10:00", "zhang", "h9", "emergency")).isEqualTo("c1,excepted,other-institution");
  }

  @Test
  @DisplayName("曾在此机构签约，或别处也不在有效期：说未签约")
  void notSigned() throws IOException {
    assertThat(verdict("2026-04-01T10:00", "zhang", "h2", "outpatient")).isEqualTo("c1,refused,not-signed");
    assertThat(verdict("2025-12-31T23:59", "zhang", "h1", "outpatient")).isEqualTo("c1,refused,not-signed");
    assertThat(verdict("2027-01-01T00:00", "zhang", "h9", "rescue")).isEqualTo("c1,excepted,not-signed");
    assertThat(verdict("2026-04-01T10:00", "wang", "h2", "outpatient")).isEqualTo("c1,refused,not-signed");
  }

  @Test
  @DisplayName("已结束的协议保留原因，不因别处有效而改口")
  void ended() throws IOException {
    assertThat(verdict("2026-03-01T00:00", "li", "h1", "outpatient")).isEqualTo("c1,refused,left");
    assertThat(verdict("2026-02-28T23:59", "li", "h1", "outpatient")).isEqualTo("c1,payable,");
  }

  @Test
  @DisplayName("状态不明：不能判定，急诊也一样，原因照抄")
  void unresolved() throws IOException {
    assertThat(verdict("2026-03-01T00:00", "wang", "h1", "emergency")).isEqualTo("c1,unresolved,");
    assertThat(verdict("2026-03-01T00:00", "zhao", "h1", "outpatient")).isEqualTo("c1,unresolved,pending-review");
  }

  @Test
  @DisplayName("机构停保期间的急诊：随解释；另有本人原因的总是例外支付")
  void stoppedInstitution() throws IOException {
    assertThat(verdict("2026-03-01T00:00", "li", "h2", "emergency")).isEqualTo("c1,excepted,institution");
    run.emergencyRefused();
    assertThat(verdict("2026-03-01T00:00", "li", "h2", "emergency")).isEqualTo("c1,refused,institution");
    assertThat(verdict("2026-03-01T00:00", "sun", "h2", "emergency")).isEqualTo("c1,excepted,points");
  }

  @Test
  @DisplayName("none 行：有原因的说原因，没有原因的如同没有这一行")
  void none() throws IOException {
    assertThat(verdict("2026-03-01T00:00", "qian", "h1", "outpatient")).isEqualTo("c1,refused,barred");
    assertThat(verdict("2026-04-01T00:00", "qian", "h1", "outpatient")).isEqualTo("c1,refused,other-institution");
  }

  @ParameterizedTest(name = "{0}：{1}")
  @CsvSource({
    "2026-04-29T15:59Z, 'payable,'",
    "2026-04-29T16:00Z, 'refused,points'",
    "2026-04-30T00:30:15.123+09:00, 'payable,'",
    "2026-04-29T12:00:00-04:00, 'refused,points'",
    "2026-04-30T00:00:00, 'refused,points'",
    "2026-04-29T23:59:59.999999999, 'payable,'",
  })
  @DisplayName("带时差的时间换成北京时间，不带的就是北京时间")
  void offsets(String at, String expected) throws IOException {
    assertThat(verdict(at, "zhang", "h1", "outpatient")).isEqualTo("c1," + expected);
  }

  @Test
  @DisplayName("退费行（负数）与其他行同样判定")
  void refund() throws IOException {
    assertThat(run.verdict(ROWS, "c1,2026-05-04T10:00,zhang,h1,outpatient,-100")).isEqualTo("c1,refused,points");
  }

  @Test
  @DisplayName("医师、机构编码长到 32 字节仍逐字节区分")
  void longCodes() throws IOException {
    String code = "Aa1" + "0".repeat(28);
    String rows = code + "1,h1,2026-01-01,9999-12-31,effective,\n" + code + ",h1,2026-01-01,9999-12-31,ended,left\n";
    assertThat(run.verdict(rows, "c1,2026-05-04T10:00," + code + "1,h1,outpatient,1")).isEqualTo("c1,payable,");
    assertThat(run.verdict(rows, "c1,2026-05-04T10:00," + code + ",h1,outpatient,1")).isEqualTo("c1,refused,left");
    assertThat(run.verdict(rows, "c1,2026-05-04T10:00," + code + "2,h1,outpatient,1"))
        .isEqualTo("c1,refused,unknown-code");
  }
}
