package cn.xingheng.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

@DisplayName("资格的样子与扣分条")
class MarksTest {
  private static final List<Notch> NOTCHES =
      List.of(new Notch(6, "约谈", true, false), new Notch(9, "可暂停", false, true), new Notch(12, "解除", true, true));
  private final Words words = new Words(source(), Locale.CHINESE);

  private static ResourceBundleMessageSource source() {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasenames("messages/law");
    source.setDefaultEncoding("UTF-8");
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  private Badge badge(Standing standing, Cause... causes) {
    return Badge.of(words, standing, List.of(causes));
  }

  @Test
  @DisplayName("只因积分不写原因，其余写在括号里，期满待批另有样子")
  void badges() {
    assertThat(badge(Standing.EFFECTIVE)).isEqualTo(new Badge("ok", "有效"));
    assertThat(badge(Standing.SUSPENDED, Cause.POINTS)).isEqualTo(new Badge("off", "暂停"));
    assertThat(badge(Standing.SUSPENDED, Cause.INSTITUTION)).isEqualTo(new Badge("off", "暂停（机构）"));
    assertThat(badge(Standing.SUSPENDED, Cause.INSTITUTION, Cause.POINTS))
        .isEqualTo(new Badge("off", "暂停（积分、机构）"));
    assertThat(badge(Standing.SUSPENDED, Cause.PENDING_REVIEW)).isEqualTo(new Badge("wait", "暂停，恢复待批"));
    assertThat(badge(Standing.ENDED, Cause.TERMINATED)).isEqualTo(new Badge("end", "解除"));
    assertThat(badge(Standing.ENDED, Cause.TERMINATED, Cause.BARRED)).isEqualTo(new Badge("end", "解除，禁入期内"));
    assertThat(badge(Standing.ENDED, Cause.LEFT)).isEqualTo(new Badge("gone", "已离职"));
    assertThat(badge(Standing.ENDED, Cause.LEFT, Cause.TERMINATED)).isEqualTo(new Badge("end", "解除"));
    assertThat(badge(Standing.NONE, Cause.NOT_SIGNED)).isEqualTo(new Badge("gone", "未签协议"));
    assertThat(badge(Standing.UNRESOLVED, Cause.STATED).shape()).isEqualTo("unk");
  }

  @Test
  @DisplayName("条满为止，到会停结算的一档变红，未记录的另算")
  void gauges() {
    Gauge eight = Gauge.of(8, 2, 12, NOTCHES, 72);
    assertThat(eight.filled()).isEqualTo(48);
    assertThat(eight.added()).isEqualTo(12);
    assertThat(eight.hot()).isFalse();
    assertThat(eight.marks()).extracting(Gauge.Mark::x).containsExactly(36, 54, 72);
    assertThat(eight.marks()).extracting(Gauge.Mark::line).containsExactly(true, true, false);
    Gauge fifteen = Gauge.of(15, 3, 12, NOTCHES, 72);
    assertThat(fifteen.filled()).isEqualTo(72);
    assertThat(fifteen.added()).isZero();
    assertThat(fifteen.hot()).isTrue();
  }

  @Test
  @DisplayName("没有额度也没有档次，不除以零")
  void nothingToMeasure() {
    assertThat(Gauge.of(0, 0, null, List.of(), 72).filled()).isZero();
    assertThat(Gauge.of(4, 0, null, List.of(), 72).filled()).isEqualTo(72);
  }
}
