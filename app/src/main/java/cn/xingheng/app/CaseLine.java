package cn.xingheng.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** 「案例进度行」 Cases done of all, rate and time left, on one line of a terminal; at most five times a second. */
final class CaseLine implements StandingsCommand.CaseProgress {
  private static final int WIDTH = 30;
  private static final long SECOND = 1_000_000_000L;
  private static final long PAUSE = SECOND / 5;

  private final PrintWriter terminal;
  private final LongSupplier nanos;
  private final long total;
  private final long begun;
  private long shown;

  CaseLine(PrintWriter terminal, LongSupplier nanos, long total) {
    this.terminal = terminal;
    this.nanos = nanos;
    this.total = Math.max(1, total);
    this.begun = nanos.getAsLong();
    this.shown = begun;
  }

  @Override
  public void accept(long done) {
    long now = nanos.getAsLong();
    if (done < total && now - shown < PAUSE) {
      return;
    }
    shown = now;
    long millis = Math.max(1, (now - begun) / 1_000_000);
    int full = (int) (WIDTH * Math.min(done, total) / total);
    long left = millis * (total - done) / Math.max(1, done) / 1000;
    terminal.print("\r事实 facts [" + "█".repeat(full) + "·".repeat(WIDTH - full) + "] "
        + String.format(Locale.ROOT, "%,d/%,d 案例 cases, %,d/s, 剩余 left %d:%02d\u001b[K",
            done, total, done * 1000 / millis, left / 60, left % 60));
    terminal.flush();
  }

  @Override
  public void end() {
    terminal.println();
    terminal.flush();
  }
}
