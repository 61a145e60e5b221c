package cn.xingheng.server.standing.band;

/** 「字宽」 How wide a text will be at most, in whole pixels: nobody asks a font on the server. */
final class Widths {

  private static final int EM = 100;

  private Widths() {}

  static int of(String text, int size) {
    int sum = 0;
    boolean wideBefore = false;
    boolean first = true;
    for (int point : text.codePoints().toArray()) {
      boolean wide = wide(point);
      boolean gap = !first && wide != wideBefore && point != ' ';
      sum += (wide ? EM : narrow(point)) + (gap ? 13 : 0);
      wideBefore = wide;
      first = false;
    }
    return (sum * size + EM - 1) / EM + 2;
  }

  private static boolean wide(int point) {
    return point >= 0x2E80 || (point >= 0x2010 && point <= 0x2027);
  }

  private static int narrow(int point) {
    if (Character.isDigit(point)) {
      return 60;
    }
    if (Character.isUpperCase(point)) {
      return 70;
    }
    if (point == 'm' || point == 'w') {
      return 92;
    }
    if (Character.isLetter(point)) {
      return 57;
    }
    return switch (point) {
      case ' ', '.', ',', ':', ';', '\'', '|' -> 30;
      case '-', '(', ')', '/' -> 40;
      default -> 75;
    };
  }
}
