package cn.xingheng.server.standing.band;

import java.util.List;
import java.util.stream.Stream;

/**
 * 「时间线之图」 The picture as shapes in whole pixels, from the back to the front.
 *
 * @param description the same in words, for those who do not see it
 */
public record Drawing(String title, String description, int width, int height, List<Shape> shapes) {

  public Drawing {
    shapes = List.copyOf(shapes);
  }

  /** 「图形」 One mark. */
  public sealed interface Shape {

    /** What it means. */
    Ink ink();
  }

  /** 「方块」 A filled or outlined rectangle. */
  public record Box(Ink ink, Rect at) implements Shape {}

  /** 「线」 A straight line. */
  public record Line(Ink ink, int x1, int y1, int x2, int y2) implements Shape {}

  /** 「折线」 A path from point to point. */
  public record Path(Ink ink, List<Point> points) implements Shape {
    public Path {
      points = List.copyOf(points);
    }
  }

  /** 「点」 A place. */
  public record Point(int x, int y) {}

  /** 「圆点」 A small round dot. */
  public record Dot(Ink ink, Point at) implements Shape {}

  /**
   * 「字」 A text; the rectangle is the room that it was given.
   *
   * @param ends whether it ends at the right of its room, else it begins at the left
   */
  public record Label(Ink ink, Rect at, String text, boolean ends) implements Shape {

    /** The line on which it stands. */
    public int baseline() {
      return at.y() + at.height() - 3;
    }
  }

  /** The shapes of one kind. */
  public <S extends Shape> List<S> all(Class<S> kind) {
    return shapes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The boxes in one ink. */
  public Stream<Rect> boxes(Ink ink) {
    return all(Box.class).stream().filter(box -> box.ink() == ink).map(Box::at);
  }

  /**
   * The picture as SVG, without script and without style attributes.
   *
   * @param id a name that no other element of the page has
   */
  public String svg(String id) {
    return new Svg().text(this, id);
  }
}
