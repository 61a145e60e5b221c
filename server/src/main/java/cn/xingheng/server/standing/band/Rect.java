package cn.xingheng.server.standing.band;

/** 「矩形」 A place on the picture, in whole pixels. */
public record Rect(int x, int y, int width, int height) {

  /** The first pixel to the right of it. */
  public int right() {
    return x + width;
  }

  /** The first pixel below it. */
  public int bottom() {
    return y + height;
  }

  /** Whether the two have any pixel in common. */
  public boolean meets(Rect other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /** Whether the other lies wholly within. */
  public boolean holds(Rect other) {
    return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
  }
}
