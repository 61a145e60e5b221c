package cn.xingheng.bench;

/**
 * 「规模」 How large a made-up world is.
 *
 * @param name of the folder with its files
 * @param physicians who has signed anywhere at any time
 * @param institutions where they signed
 * @param spans rows of the standings file, nearly
 * @param heap the option for the Java that matches against it
 */
record Scale(String name, int physicians, int institutions, int spans, String heap) {
  static final Scale PROVINCE = new Scale("province", 300_000, 8_000, 1_300_000, "-Xmx384m");
  static final Scale NATION = new Scale("nation", 5_000_000, 60_000, 21_000_000, "-Xmx4g");

  Scale {
    if (physicians < 1 || institutions < 1 || spans < physicians) {
      throw new IllegalArgumentException(
          physicians + " physicians, " + institutions + " institutions, " + spans + " spans");
    }
  }

  /** One that is neither. */
  static Scale of(int physicians, int institutions, int spans) {
    return new Scale("other", physicians, institutions, spans, "-Xmx1g");
  }
}
