package cn.xingheng.formats;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * 「行转 CSV」 The rows of some row groups as the bytes of their CSV.
 *
 * <p>A row beyond what a record may hold stays one line, whatever its texts hold: so it is one reject.
 */
final class CsvRows extends InputStream {
  private static final int ROOM = 1 << 18;

  private final ParquetTable table;
  private final int to;
  private final CsvText out = new CsvText(2 * ROOM);
  private int group;
  private @Nullable GroupRows rows;
  private int at;

  CsvRows(ParquetTable table, byte[] head, int from, int to) {
    this.table = table;
    this.group = from - 1;
    this.to = to;
    out.append(head);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == out.size() && !fill()) {
      return -1;
    }
    int some = Math.min(length, out.size() - at);
    System.arraycopy(out.bytes(), at, into, from, some);
    at += some;
    return some;
  }

  @Override
  public void close() throws IOException {
    table.close();
  }

  /** Writes the next rows; false when there are none. */
  private boolean fill() throws IOException {
    at = 0;
    out.clear();
    return new Soundness(table.name(), "row group " + (group + 1)).say(this::write);
  }

  private boolean write() throws IOException {
    while (out.size() < ROOM) {
      if (rows == null || !rows.next()) {
        group++;
        if (group >= to) {
          rows = null;
          return out.size() > 0;
        }
        rows = table.rows(group, out);
      }
    }
    return true;
  }
}
