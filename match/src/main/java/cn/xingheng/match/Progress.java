package cn.xingheng.match;

/** 「进度」 Hears how far a run has come; called on the thread that started the run, about once a megabyte. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress SILENT = (stage, bytes, ofBytes, lines) -> {};

  /** What is being read. */
  enum Stage {
    STANDINGS,
    CLAIMS
  }

  /**
   * More of the input has been worked through.
   *
   * @param bytes bytes of the file read so far
   * @param ofBytes the size of the file, or -1 when it is not known
   * @param lines records worked through so far
   */
  void advanced(Stage stage, long bytes, long ofBytes, long lines);
}
