package cn.xingheng.server.house;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;

/** A piece of work that takes long: it says how far it is, and can be told to stop. */
public final class Job {
  private final Clock clock;
  private volatile Instant since;
  private volatile Progress progress;
  private volatile boolean cancelled;

  /**
   * How far it is.
   *
   * @param phase what is being done
   * @param stopping whether it was told to stop and has not yet
   * @param total 0 while it is not known
   * @param perSecond 0 while it cannot be told
   * @param secondsLeft -1 while it cannot be told
   */
  public record Progress(
      Enum<?> phase, boolean stopping, long done, long total, long perSecond, long secondsLeft) {}

  /**
   * Work that has not begun.
   *
   * @param first what is said of it until it says more
   */
  public Job(Clock clock, Enum<?> first) {
    this.clock = clock;
    this.since = clock.instant();
    this.progress = new Progress(first, false, 0, 0, 0, -1);
  }

  /**
   * Says how far the work is.
   *
   * @param total 0 while it is not known
   * @throws CancellationException when somebody told it to stop
   */
  public void at(Enum<?> phase, long done, long total) {
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

  /** How far it is. */
  public Progress progress() {
    Progress now = progress;
    return new Progress(now.phase(), cancelled, now.done(), now.total(), now.perSecond(), now.secondsLeft());
  }

  /** Tells it to stop: it does when it next says how far it is. */
  public void cancel() {
    cancelled = true;
  }
}
