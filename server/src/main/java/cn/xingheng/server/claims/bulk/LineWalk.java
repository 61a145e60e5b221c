package cn.xingheng.server.claims.bulk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks a file of records that matching has read before: it knows at which line of the file it stands, reads a record
 * that was found to be whole, or passes over one that was not.
 */
final class LineWalk implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private final InputStream in;
  private long line = 1;

  /** A record: its fields, and how it stood in the file without its line end. */
  record Found(List<String> fields, String raw) {
    Found {
      fields = List.copyOf(fields);
    }
  }

  LineWalk(Path file) throws IOException {
    in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    in.mark(3);
    if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
      in.reset();
    }
  }

  /** The line at which the next record begins, from 1. */
  long line() {
    return line;
  }

  /** Passes over so many lines. */
  void skip(long lines) throws IOException {
    long left = lines;
    for (int next = 0; left > 0 && next >= 0; ) {
      next = in.read();
      if (next == '\n') {
        left--;
        line++;
      }
    }
  }

  /** The next record; its fields are none at the end of the file. */
  Found next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean inside = false;
    int next = in.read();
    if (next < 0) {
      return new Found(List.of(), "");
    }
    while (next >= 0 && (inside || next != '\n')) {
      inside ^= next == '"';
      line += next == '\n' ? 1 : 0;
      bytes.write(next);
      next = in.read();
    }
    line++;
    String raw = bytes.toString(StandardCharsets.UTF_8);
    raw = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
    return new Found(fields(raw), raw);
  }

  private static List<String> fields(String raw) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean inside = false;
    for (int at = 0; at < raw.length(); at++) {
      char c = raw.charAt(at);
      if (c == '"' && inside && at + 1 < raw.length() && raw.charAt(at + 1) == '"') {
        field.append(c);
        at++;
      } else if (c == '"') {
        inside = !inside;
      } else if (c == ',' && !inside) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
