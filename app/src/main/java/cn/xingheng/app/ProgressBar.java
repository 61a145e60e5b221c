package cn.xingheng.app;

import cn.xingheng.match.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** 「进度条」 Shows on a terminal how far a run has come: bar, rate, time left; at most five times a second. */
final class ProgressBar implements Progress {
  private static final int WIDTH = 30;
  private static final long SECOND = 1_000_000_000L;
  private static final long PAUSE = SECOND / 5;

  private final PrintWriter terminal;
  private final LongSupplier nanos;
  private Stage stage = Stage.STANDINGS;
  private long begun;
  private long heard;
  private long shown;

  ProgressBar(PrintWriter terminal, LongSupplier nanos) {
    this.terminal = terminal;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
    this.heard = begun;
    this.shown = begun;
  }

  @Override
  public void advanced(Stage current, long bytes, long ofBytes, long lines) {
    long now = nanos.getAsLong();
    if (current != stage) {
      terminal.println();
      stage = current;
      begun = heard;
    }
    heard = now;
    boolean done = bytes == ofBytes;
    if (done || now - shown >= PAUSE) {
      shown = now;
      terminal.print("\r" + line(now - begun, bytes, ofBytes, lines) + "\u001b[K");
      terminal.flush();
    }
  }

  /** What comes next on the terminal begins on a line of its own. */
  void end() {
    terminal.println();
    terminal.flush();
  }

  private String line(long elapsed, long bytes, long ofBytes, long lines) {
    String name = switch (stage) {
      case STANDINGS -> "资格状态 standings";
      case CLAIMS -> "结算明细 claims";
    };
    long seconds = Math.max(1, elapsed / SECOND);
    String rate = String.format(
        Locale.ROOT, "%,d 行 lines, %,d/s", lines, lines * 1000 / Math.max(1, elapsed / 1_000_000));
    if (ofBytes <= 0) {
      return name + " " + rate;
    }
    int full = (int) (WIDTH * bytes / ofBytes);
    long left = elapsed / Math.max(1, bytes / 1024) * ((ofBytes - bytes) / 1024) / SECOND;
    String clock = bytes == ofBytes ? "用时 took " + clock(seconds) : "剩余 left " + clock(left);
    return name + " [" + "█".repeat(full) + "·".repeat(WIDTH - full) + "] "
        + 100 * bytes / ofBytes + "% " + rate + ", " + clock;
  }

  private static String clock(long seconds) {
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
