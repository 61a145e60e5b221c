package cn.xingheng.server.claims.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;

/** A piece of work in bulk: it says how far it is, and can be told to stop. */
public final class BulkJob {
  private final Clock clock;
  private volatile Instant since;
  private volatile Progress progress = new Progress(Phase.WAIT, false, 0, 0, 0, -1);
  private volatile boolean cancelled;

  /** What is being done. */
  public enum Phase {
    WAIT,
    STANDINGS,
    MATCH,
    LOAD,
    LOOK
  }

  /**
   * How far it is.
   *
   * @param total 0 while it is not known
   * @param perSecond 0 while it cannot be told
   * @param secondsLeft -1 while it cannot be told
   */
  public record Progress(Phase phase, boolean stopping, long done, long total, long perSecond, long secondsLeft) {}

  BulkJob(Clock clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  /**
   * Says how far the work is.
   *
   * @throws CancellationException when somebody told it to stop
   */
  void at(Phase phase, long done, long total) {
    if (cancelled) {
      throw new CancellationException();
    }
    if (phase != progress.phase()) {
      since = clock.instant();
    }
    long millis = Duration.between(since, clock.instant()).toMillis();
    long perSecond = millis <= 0 ? 0 : done * 1_000 / millis;
    long left = perSecond == 0 || total <= 0 ? -1 : (total - done + perSecond - 1) / perSecond;
    progress = new Progress(phase, false, done, Math.max(0, total), perSecond, left);
  }

  Progress progress() {
    Progress now = progress;
    return new Progress(now.phase(), cancelled, now.done(), now.total(), now.perSecond(), now.secondsLeft());
  }

  void cancel() {
    cancelled = true;
  }
}
