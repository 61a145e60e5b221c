package cn.xingheng.server.standing.band;

import cn.xingheng.server.standing.band.Drawing.Box;
import cn.xingheng.server.standing.band.Drawing.Dot;
import cn.xingheng.server.standing.band.Drawing.Label;
import cn.xingheng.server.standing.band.Drawing.Line;
import cn.xingheng.server.standing.band.Drawing.Path;
import cn.xingheng.server.standing.band.Drawing.Point;
import cn.xingheng.server.standing.band.Drawing.Shape;

/** 「写成 SVG」 Writes a drawing as text. */
final class Svg {

  private final StringBuilder out = new StringBuilder(8_192);

  String text(Drawing drawing, String id) {
    String safe = escaped(id);
    out.append("<svg viewBox=\"0 0 ").append(drawing.width()).append(' ').append(drawing.height())
        .append("\" role=\"img\" aria-labelledby=\"").append(safe).append("-t ").append(safe).append("-d\">\n")
        .append("<title id=\"").append(safe).append("-t\">").append(escaped(drawing.title())).append("</title>\n")
        .append("<desc id=\"").append(safe).append("-d\">").append(escaped(drawing.description()))
        .append("</desc>\n");
    drawing.shapes().forEach(this::shape);
    return out.append("</svg>\n").toString();
  }

  private void shape(Shape shape) {
    switch (shape) {
      case Box(Ink ink, Rect at) ->
          open("rect", ink).put("x", at.x()).put("y", at.y()).put("width", at.width()).put("height", at.height())
              .close();
      case Line(Ink ink, int x1, int y1, int x2, int y2) ->
          open("line", ink).put("x1", x1).put("y1", y1).put("x2", x2).put("y2", y2).close();
      case Path(Ink ink, var points) -> {
        open("polyline", ink);
        out.append(" points=\"");
        for (Point point : points) {
          out.append(point.x()).append(',').append(point.y()).append(' ');
        }
        out.setLength(out.length() - 1);
        out.append('"');
        close();
      }
      case Dot(Ink ink, Point at) -> open("circle", ink).put("cx", at.x()).put("cy", at.y()).put("r", 4).close();
      case Label label -> {
        open("text", label.ink()).put("x", label.ends() ? label.at().right() : label.at().x())
            .put("y", label.baseline());
        out.append(label.ends() ? " text-anchor=\"end\">" : ">").append(escaped(label.text())).append("</text>\n");
      }
    }
  }

  private Svg open(String element, Ink ink) {
    out.append('<').append(element).append(" class=\"").append(ink.css()).append('"');
    return this;
  }

  private Svg put(String attribute, int value) {
    out.append(' ').append(attribute).append("=\"").append(value).append('"');
    return this;
  }

  private void close() {
    out.append("/>\n");
  }

  /** A text as XML: nothing in it can open an element or end an attribute, and no control character is left. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(point -> {
      switch (point) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.appendCodePoint(point < ' ' || (point >= 0xD800 && point < 0xE000) ? ' ' : point);
      }
    });
    return safe.toString();
  }
}
