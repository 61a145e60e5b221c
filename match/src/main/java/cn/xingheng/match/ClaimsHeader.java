package cn.xingheng.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/**
 * 「明细表头」 Which column of a file of claims holds what, and where its records begin.
 *
 * <p>It can be sent to other machines, which then need not look at the beginning of the file.
 */
public final class ClaimsHeader implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Columns columns;
  private final int bytes;

  private ClaimsHeader(Columns columns, int bytes) {
    this.columns = columns;
    this.bytes = bytes;
  }

  /**
   * Reads it from the beginning of a file.
   *
   * @param file its name, for messages
   * @throws UnusableInput when there is none, or a column is missing or named twice
   */
  public static ClaimsHeader read(String file, InputStream beginning) throws IOException {
    ChunkSource source = new ChunkSource(beginning, ChunkSource.LEAST_CAPACITY, 0);
    Chunk first = source.newChunk();
    if (!source.fill(first)) {
      throw new UnusableInput(file, "the file is empty 文件为空", "the program that writes it has not finished.");
    }
    Columns columns = Columns.read(file, first, ClaimLine.COLUMNS);
    // The line feed that a file of nothing but a header may lack was added by the source.
    return new ClaimsHeader(columns, (int) Math.min(first.from, source.bytesPassed()));
  }

  Columns columns() {
    return columns;
  }

  /** Lines that the header takes. */
  public int lines() {
    return columns.lines();
  }

  /** Where the first record begins, in bytes of the file. */
  public int bytes() {
    return bytes;
  }
}
