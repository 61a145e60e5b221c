package cn.xingheng.server.standing.band;

import cn.xingheng.server.standing.band.Canvas.Spot;
import cn.xingheng.server.standing.band.Drawing.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 「期限刻度」 Deadlines as ticks below: each name as high up as it crosses no other name and no tick. */
final class Ticks {

  private static final Comparator<Mark> BY_DAY = Comparator.comparing(Mark::at).thenComparing(Mark::text);
  private static final int ROWS = 8;
  private static final int ROW = 20;
  private static final int FIRST = 34;
  private static final int STUB = 10;

  private final BandAsk ask;
  private final Scale scale;
  private final Canvas canvas;
  private final List<Mark> marks;
  private final @Nullable Mark next;
  private int deepest = 1;
  private int unnamed;

  Ticks(BandAsk ask, Scale scale, Canvas canvas, List<Mark> marks) {
    this.ask = ask;
    this.scale = scale;
    this.canvas = canvas;
    this.marks = marks.stream().filter(mark -> scale.shows(mark.at())).toList();
    this.next = this.marks.stream().filter(mark -> mark.coming(ask.asOf())).min(BY_DAY).orElse(null);
  }

  /** Draws the ticks that hang from the ground line, and says where the picture ends. */
  int draw(int base) {
    Words words = ask.words();
    canvas.write(
        Ink.TEXT_LANE, List.of(Canvas.left(Ink.TEXT_LANE, scale.left() - 14, base + 30, words.say("band.lane.ticks"))));
    marks.forEach(mark -> window(mark, base));
    List<Mark> before = marks.stream().filter(mark -> mark.at().isBefore(ask.asOf())).sorted(BY_DAY).toList();
    List<Mark> after = marks.stream().filter(mark -> !mark.at().isBefore(ask.asOf())).sorted(BY_DAY).toList();
    int first = Math.max(0, before.size() - ROWS);
    int last = Math.min(after.size(), ROWS);
    before.subList(0, first).forEach(mark -> stub(mark, base));
    after.subList(last, after.size()).forEach(mark -> stub(mark, base));
    side(before.subList(first, before.size()), base, true);
    side(after.subList(0, last).reversed(), base, false);
    if (marks.isEmpty()) {
      canvas.write(Ink.TEXT, List.of(
          Canvas.right(Ink.TEXT, scale.left() + 8, base + 30, words.say("band.ticks.none")),
          Canvas.right(Ink.TEXT, scale.x(ask.asOf()) + 8, base + 30, words.say("band.ticks.none"))));
    }
    if (unnamed > 0) {
      canvas.write(Ink.TEXT, List.of(Canvas.left(
          Ink.TEXT, scale.left() - 14, base + 48, words.say("band.ticks.more", Integer.toString(unnamed)))));
    }
    return base + FIRST + deepest * ROW;
  }

  /**
   * Ticks with their names all on one side, in an order in which none hangs through the name of one before; the few
   * whose names would leave the frame there take the other side, in the opposite order.
   */
  private void side(List<Mark> ordered, int base, boolean leftward) {
    List<Mark> turned = new ArrayList<>();
    for (Mark mark : ordered) {
      if (!inFrame(spot(mark, base, 0, leftward))) {
        turned.add(mark);
      }
    }
    for (Mark mark : ordered) {
      if (!turned.contains(mark)) {
        tick(mark, base, leftward, turned);
      }
    }
    turned.reversed().forEach(mark -> tick(mark, base, !leftward, List.of()));
  }

  private void window(Mark mark, int base) {
    LocalDate from = mark.from();
    if (from != null && scale.shows(from) && mark.coming(ask.asOf())) {
      int x = scale.x(from);
      int width = Math.max(4, scale.x(mark.day().latest().plusDays(1)) - x);
      canvas.box(Ink.WINDOW, new Rect(x, base + 4, width, 11));
    }
  }

  private Ink ink(Mark mark) {
    return mark.equals(next) ? Ink.TEXT_KEY : Ink.TEXT;
  }

  private Spot spot(Mark mark, int base, int row, boolean leftward) {
    int x = scale.x(mark.at());
    int baseline = baseline(base, row);
    return leftward
        ? Canvas.left(ink(mark), x - 6, baseline, mark.text())
        : Canvas.right(ink(mark), x + 6, baseline, mark.text());
  }

  private static int baseline(int base, int row) {
    return base + FIRST + row * ROW - 4;
  }

  private boolean inFrame(Spot spot) {
    return spot.at().x() > scale.left() && spot.at().right() <= scale.right() + 4;
  }

  private void tick(Mark mark, int base, boolean leftward, List<Mark> later) {
    int x = scale.x(mark.at());
    for (int row = 0; row < ROWS; row++) {
      Spot spot = spot(mark, base, row, leftward);
      Rect line = new Rect(x - 1, base + 16, 3, baseline(base, row) - base - 16);
      boolean clear =
          later.stream().map(other -> scale.x(other.at()))
              .noneMatch(other -> spot.at().x() <= other + 1 && other - 2 < spot.at().right());
      if (clear && inFrame(spot) && canvas.strikesNothing(line) && canvas.write(ink(mark), List.of(spot))) {
        canvas.upright(mark.coming(ask.asOf()) ? Ink.TICK : Ink.TICK_DONE, x, base, baseline(base, row));
        deepest = Math.max(deepest, row + 1);
        return;
      }
    }
    stub(mark, base);
  }

  private void stub(Mark mark, int base) {
    int x = scale.x(mark.at());
    canvas.draw(new Line(mark.coming(ask.asOf()) ? Ink.TICK : Ink.TICK_DONE, x, base, x, base + STUB));
    unnamed++;
  }

  /** What is to come, in words. */
  List<String> told() {
    return marks.stream().filter(mark -> mark.coming(ask.asOf())).sorted(BY_DAY).map(Mark::text).toList();
  }
}
