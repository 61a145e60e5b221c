package cn.xingheng.server.standing.band;

import cn.xingheng.server.standing.band.Drawing.Box;
import cn.xingheng.server.standing.band.Drawing.Label;
import cn.xingheng.server.standing.band.Drawing.Line;
import cn.xingheng.server.standing.band.Drawing.Shape;
import java.util.ArrayList;
import java.util.List;

/** 「画布」 Shapes in the order in which they are drawn, and which places are taken, so that no text meets another. */
final class Canvas {

  private static final int LINE_HEIGHT = 15;

  private final Rect frame;
  private final List<Shape> back = new ArrayList<>();
  private final List<Shape> front = new ArrayList<>();
  private final List<Rect> names = new ArrayList<>();
  private final List<Rect> lines = new ArrayList<>();
  private final List<Rect> marks = new ArrayList<>();

  Canvas(int width) {
    this.frame = new Rect(0, 0, width, 10_000);
  }

  /**
   * A place to try for a text.
   *
   * @param within within what it is about, else beside it
   * @param ends whether it ends there, else it begins there
   */
  record Spot(Rect at, String text, boolean within, boolean ends) {

    Label label(Ink ink) {
      return new Label(ink, at, text, ends);
    }
  }

  static Rect room(Ink ink, int x, int baseline, String text) {
    return new Rect(x, baseline - LINE_HEIGHT + 3, Widths.of(text, ink.size()), LINE_HEIGHT);
  }

  static Spot right(Ink ink, int x, int baseline, String text) {
    return new Spot(room(ink, x, baseline, text), text, false, false);
  }

  static Spot left(Ink ink, int end, int baseline, String text) {
    Rect room = room(ink, 0, baseline, text);
    return new Spot(new Rect(end - room.width(), room.y(), room.width(), room.height()), text, false, true);
  }

  static Spot within(Ink ink, int x, int baseline, String text) {
    return new Spot(room(ink, x, baseline, text), text, true, false);
  }

  void behind(Shape shape) {
    back.add(shape);
  }

  /** Draws behind everything that has been drawn behind so far. */
  void farthest(Shape shape) {
    back.addFirst(shape);
  }

  void draw(Shape shape) {
    front.add(shape);
  }

  /** Draws a box that no text outside it may touch. */
  void box(Ink ink, Rect at) {
    front.add(new Box(ink, at));
    marks.add(at);
  }

  /** Draws an upright line that no text may cross. */
  void upright(Ink ink, int x, int top, int bottom) {
    front.add(new Line(ink, x, top, x, bottom));
    lines.add(new Rect(x - 1, top, 3, bottom - top));
  }

  /** Keeps texts off a place. */
  void keepOff(Rect at) {
    marks.add(at);
  }

  /** Keeps every text off a place, even one within a box. */
  void keepClear(Rect at) {
    lines.add(at);
  }

  /** Whether a line here strikes through no text. */
  boolean strikesNothing(Rect line) {
    return names.stream().noneMatch(line::meets);
  }

  private boolean free(Spot spot) {
    Rect at = spot.at();
    return frame.holds(at) && strikesNothing(at) && lines.stream().noneMatch(at::meets)
        && (spot.within() || marks.stream().noneMatch(at::meets));
  }

  /** Writes a text at the first free of these places; false when none is. */
  boolean write(Ink ink, List<Spot> spots) {
    for (Spot spot : spots) {
      if (free(spot)) {
        names.add(spot.at());
        front.add(spot.label(ink));
        return true;
      }
    }
    return false;
  }

  /** Every shape, the back first. */
  List<Shape> shapes() {
    List<Shape> all = new ArrayList<>(back);
    all.addAll(front);
    return all;
  }
}
