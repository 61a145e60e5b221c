package cn.xingheng.match;

/** 「行重叠」 Two rows of standings speak of the same physician, institution and day; a join would count lines twice. */
final class OverlappingRows extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final long firstLine;
  private final long secondLine;

  OverlappingRows(String physician, String institution, long firstLine, long secondLine) {
    super("lines " + firstLine + " and " + secondLine + " overlap: " + physician + " at " + institution);
    this.firstLine = firstLine;
    this.secondLine = secondLine;
  }

  /** The smaller of the two line numbers. */
  long firstLine() {
    return firstLine;
  }

  /** The greater of the two line numbers. */
  long secondLine() {
    return secondLine;
  }
}
