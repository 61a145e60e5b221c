package cn.xingheng.match;

/** 「数据块」 Some whole records in a row, as bytes; the last of them ends with a line feed. Filled again and again. */
final class Chunk {
  /**
   * Bytes beyond the last record that may be read but mean nothing, so that {@link Words} need not look for the
   * end.
   */
  static final int SLACK = Long.SIZE;

  final byte[] bytes;
  int from;
  int to;

  Chunk(int capacity) {
    // One more byte for the line feed that a last line may lack.
    bytes = new byte[capacity + 1 + SLACK];
  }
}
