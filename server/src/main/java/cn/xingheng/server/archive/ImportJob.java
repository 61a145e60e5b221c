package cn.xingheng.server.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;

/** A piece of work that takes long: it says how far it is, and can be told to stop. */
public final class ImportJob {
  private final Clock clock;
  private final boolean writing;
  private volatile Instant since;
  private volatile Progress progress;
  private volatile boolean cancelled;

  /** What is being done. */
  public enum Phase {
    READ,
    JUDGE,
    RECORD,
    UNDO
  }

  /**
   * How far it is.
   *
   * @param writing whether anything is being recorded
   * @param total 0 while it is not known
   * @param perSecond 0 while it cannot be told
   * @param secondsLeft -1 while it cannot be told
   */
  public record Progress(
      Phase phase, boolean writing, boolean stopping, long done, long total, long perSecond, long secondsLeft) {}

  ImportJob(Clock clock, boolean writing) {
    this.clock = clock;
    this.writing = writing;
    this.since = clock.instant();
    this.progress = new Progress(Phase.READ, writing, false, 0, 0, 0, -1);
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
    long left = perSecond == 0 || total == 0 ? -1 : (total - done + perSecond - 1) / perSecond;
    progress = new Progress(phase, writing, false, done, total, perSecond, left);
  }

  Progress progress() {
    Progress now = progress;
    return new Progress(
        now.phase(), now.writing(), cancelled, now.done(), now.total(), now.perSecond(), now.secondsLeft());
  }

  void cancel() {
    cancelled = true;
  }
}
