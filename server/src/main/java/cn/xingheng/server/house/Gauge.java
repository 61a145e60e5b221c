package cn.xingheng.server.house;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A points bar in whole pixels: the number stays true above the budget, the bar stays full.
 *
 * @param width of the whole bar
 * @param filled up to where points stand
 * @param added how much further unrecorded points would reach
 * @param hot whether points have reached a notch that hurts
 * @param marks inner notches, left to right
 */
public record Gauge(int width, int filled, int added, boolean hot, List<Mark> marks) {

  /**
   * A notch on the bar.
   *
   * @param x where its line stands
   * @param textX where its words stand
   * @param anchor how its words stand there, as SVG says it
   */
  public record Mark(int x, int textX, String anchor, boolean line, String text) {}

  public Gauge {
    marks = List.copyOf(marks);
  }

  /**
   * The bar.
   *
   * @param budget points of one window, or null where the edition names none: then the highest notch is the end
   * @param more points that are not recorded yet
   */
  public static Gauge of(int points, int more, @Nullable Integer budget, List<Notch> notches, int width) {
    int top = notches.stream().mapToInt(Notch::at).max().orElse(0);
    int end = Math.max(1, budget == null ? Math.max(top, points) : budget);
    int filled = place(points, end, width);
    boolean hot = notches.stream().anyMatch(notch -> notch.hurts() && points >= notch.at());
    return new Gauge(width, filled, place(points + more, end, width) - filled, hot, marks(notches, end, width));
  }

  private static int place(int points, int end, int width) {
    return Math.min(width, Math.max(0, points) * width / end);
  }

  /** Words are set from the right, so that the last ones end with the bar and none runs into the next. */
  private static List<Mark> marks(List<Notch> notches, int end, int width) {
    List<Mark> marks = new ArrayList<>();
    int free = width;
    List<Notch> fromRight =
        notches.stream().filter(notch -> notch.at() > 0 && notch.at() <= end)
            .sorted(Comparator.comparingInt(Notch::at).reversed()).toList();
    for (Notch notch : fromRight) {
      int x = place(notch.at(), end, width);
      String text = notch.at() + " " + notch.label();
      int room = breadth(text);
      int right = Math.min(free, x + room / 2);
      boolean fits = right - room >= 0;
      marks.addFirst(new Mark(x, right, "end", x < width, fits ? text : ""));
      free = fits ? right - room - 8 : free;
    }
    return marks;
  }

  private static int breadth(String text) {
    return text.codePoints().map(c -> c < 0x2e80 ? 7 : 12).sum();
  }
}
