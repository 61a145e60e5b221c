package cn.xingheng.server.house.postgres;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A bounded wait for something that nobody announces, such as the end of a process that is not our child. */
record Patience(Duration bound) {
  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(20).toNanos();

  /** Whether it came true within the bound; an interrupt ends the wait early and stays set. */
  boolean until(BooleanSupplier comesTrue) {
    long end = System.nanoTime() + bound.toNanos();
    while (!comesTrue.getAsBoolean()) {
      if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    return true;
  }
}
