package cn.xingheng.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 「CSV 转 Parquet」 Takes the bytes of CSV in any pieces, and hands its records on to a table that is being written. */
final class CsvToParquet extends OutputStream {
  private static final int MOST_FIELDS = 8;

  private final OutputStream file;
  private final int[] from = new int[MOST_FIELDS];
  private final int[] to = new int[MOST_FIELDS];
  /** What has come and is not handed on: the last record is not whole yet. */
  private byte[] bytes = new byte[1 << 14];
  private int size;
  private int fields;
  private @Nullable TableWriter table;
  private boolean closed;

  CsvToParquet(OutputStream file) {
    this.file = file;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] more, int offset, int length) throws IOException {
    if (bytes.length - size < length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
    }
    System.arraycopy(more, offset, bytes, size, length);
    size += length;
    int begin = 0;
    for (int next = record(begin); next > begin; next = record(begin)) {
      take();
      begin = next;
    }
    System.arraycopy(bytes, begin, bytes, 0, size - begin);
    size -= begin;
  }

  /** Finds the fields of the record that begins here; the place after it, or the same place when it is not whole. */
  private int record(int begin) {
    boolean inside = false;
    boolean quoted = false;
    fields = 0;
    int field = begin;
    for (int at = begin; at < size; at++) {
      byte b = bytes[at];
      if (b == '"') {
        inside = !inside;
        quoted = true;
      } else if (!inside && (b == ',' || b == '\n')) {
        from[fields] = field;
        to[fields++] = at;
        field = at + 1;
        if (b == '\n') {
          if (quoted) {
            unquote();
          }
          return field;
        }
      }
    }
    return begin;
  }

  private void unquote() {
    for (int i = 0; i < fields; i++) {
      if (to[i] == from[i] || bytes[from[i]] != '"') {
        continue;
      }
      int out = from[i];
      for (int at = from[i] + 1; at < to[i] - 1; at++) {
        bytes[out++] = bytes[at];
        // Of two quotes one is meant.
        at += bytes[at] == '"' ? 1 : 0;
      }
      to[i] = out;
    }
  }

  private void take() throws IOException {
    if (table == null) {
      List<String> header = new ArrayList<>();
      for (int i = 0; i < fields; i++) {
        header.add(new String(bytes, from[i], to[i] - from[i], StandardCharsets.UTF_8));
      }
      table = TableWriter.begin(header, file);
    } else {
      table.row(bytes, from, to);
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (file) {
      if (table == null || size > 0) {
        throw new IllegalStateException("the CSV ends within a record");
      }
      table.close();
    }
  }
}
