package cn.xingheng.server;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A clock that stands still until a test moves it. */
public final class TestClock extends Clock {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private volatile Instant now;

  /** Stands at ten in the morning of this day. */
  public TestClock(LocalDate day) {
    this.now = at(day);
  }

  /** Moves it to ten in the morning of a day. */
  public void set(LocalDate day) {
    now = at(day);
  }

  private static Instant at(LocalDate day) {
    return day.atTime(LocalTime.of(10, 0)).atZone(BEIJING).toInstant();
  }

  @Override
  public ZoneId getZone() {
    return BEIJING;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
