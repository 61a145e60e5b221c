package cn.xingheng.server.house.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("输错密码的次数")
class AttemptsTest {
  private final Turned clock = new Turned();
  private final Attempts attempts = new Attempts(clock);

  /** A clock that is turned by hand. */
  private static final class Turned extends Clock {
    private Instant now = Instant.parse("2026-06-16T01:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private void fail(int times, String login, String address) {
    for (int time = 0; time < times; time++) {
      attempts.failed(login, address);
    }
  }

  @Test
  @DisplayName("四次还可以试，五次须等，大小写算同一个账号，十分钟后又可以")
  void fiveTimes() {
    fail(Attempts.LOGIN_LIMIT - 1, "zheng.yx", "10.0.0.1");
    assertThat(attempts.until("zheng.yx", "10.0.0.1")).isEmpty();
    fail(1, "ZHENG.YX", "10.0.0.2");
    assertThat(attempts.until("zheng.yx", "10.0.0.3")).contains(clock.now.plus(Attempts.WINDOW));
    assertThat(attempts.until("somebody.else", "10.0.0.1")).isEmpty();
    clock.now = clock.now.plus(Attempts.WINDOW);
    assertThat(attempts.until("zheng.yx", "10.0.0.1")).isEmpty();
  }

  @Test
  @DisplayName("输对一次，前面的不算；分散在十分钟以外的不算")
  void forgotten() {
    fail(Attempts.LOGIN_LIMIT - 1, "zheng.yx", "10.0.0.1");
    attempts.passed("zheng.yx");
    fail(1, "zheng.yx", "10.0.0.1");
    assertThat(attempts.until("zheng.yx", "10.0.0.1")).isEmpty();
    for (int time = 0; time < 2 * Attempts.LOGIN_LIMIT; time++) {
      clock.now = clock.now.plus(Duration.ofMinutes(3));
      fail(1, "zheng.yx", "10.0.0.1");
      assertThat(attempts.until("zheng.yx", "10.0.0.1")).isEmpty();
    }
  }

  @Test
  @DisplayName("同一地址换着账号猜，到上限也须等")
  void byAddress() {
    for (int time = 0; time < Attempts.ADDRESS_LIMIT; time++) {
      assertThat(attempts.until("nobody", "10.0.0.1")).isEmpty();
      fail(1, "guess" + time, "10.0.0.1");
    }
    assertThat(attempts.until("nobody", "10.0.0.1")).isPresent();
    assertThat(attempts.until("nobody", "10.0.0.2")).isEmpty();
  }
}
