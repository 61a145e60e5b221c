package cn.xingheng.core.claims;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("结算判定")
class VerdictTest {

  @ParameterizedTest(name = "{0} {1} {2}：{3}")
  @DisplayName("资格有效的支付；停止的拒付，急诊抢救除外；缺编码的、说不清的不作判定")
  @CsvSource({
    "EFFECTIVE, , OUTPATIENT, PAYABLE",
    "EFFECTIVE, , RESCUE, PAYABLE",
    "SUSPENDED, POINTS, OUTPATIENT, REFUSED",
    "SUSPENDED, POINTS, INPATIENT, REFUSED",
    "SUSPENDED, POINTS, EMERGENCY, EXCEPTED",
    "ENDED, TERMINATED, RESCUE, EXCEPTED",
    "NONE, UNKNOWN_CODE, EMERGENCY, EXCEPTED",
    "NONE, NOT_SIGNED, OUTPATIENT, REFUSED",
    "SUSPENDED, INSTITUTION, EMERGENCY, UNRESOLVED",
    "SUSPENDED, INSTITUTION, OUTPATIENT, REFUSED",
    "UNRESOLVED, POINTS, OUTPATIENT, UNRESOLVED",
    "UNRESOLVED, POINTS, EMERGENCY, UNRESOLVED",
    "UNRESOLVED, STATED, OUTPATIENT, UNRESOLVED",
    "UNRESOLVED, STATED, INPATIENT, UNRESOLVED",
    "UNRESOLVED, STATED, EMERGENCY, EXCEPTED",
    "UNRESOLVED, STATED, RESCUE, EXCEPTED",
    "UNRESOLVED, LEFT, RESCUE, UNRESOLVED",
    "NONE, NO_CODE, EMERGENCY, UNRESOLVED",
    "NONE, NO_CODE, OUTPATIENT, UNRESOLVED",
  })
  void decided(Standing standing, @Nullable Cause cause, Setting setting, Verdict expected) {
    // What an urgent line gets at a stopped institution is the reading's; here a verdict that stands out.
    assertThat(Verdict.of(standing, cause, setting, Verdict.UNRESOLVED)).isEqualTo(expected);
    assertThat(expected.word()).isEqualTo(expected.name().toLowerCase(java.util.Locale.ROOT));
  }
}
