package cn.xingheng.match;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** 「字节缓冲」 Bytes that are appended to, written out and used again; like ByteArrayOutputStream, without its locks. */
final class Bytes {
  private byte[] bytes;
  private int size;

  Bytes(int expected) {
    bytes = new byte[expected];
  }

  void clear() {
    size = 0;
  }

  void append(byte b) {
    reserve(1);
    bytes[size++] = b;
  }

  void append(byte[] text, int from, int to) {
    reserve(to - from);
    System.arraycopy(text, from, bytes, size, to - from);
    size += to - from;
  }

  /** Appends a field of a CSV record, in quotes if it needs them. */
  void appendField(byte[] text, int from, int to) {
    boolean quotes = false;
    for (int at = from; at < to; at++) {
      byte b = text[at];
      quotes |= b == '"' || b == ',' || b == '\n' || b == '\r';
    }
    if (quotes) {
      appendQuoted(text, from, to);
    } else {
      append(text, from, to);
    }
  }

  /** Appends a field of a CSV record in quotes. */
  void appendQuoted(byte[] text, int from, int to) {
    append((byte) '"');
    for (int at = from; at < to; at++) {
      if (text[at] == '"') {
        append((byte) '"');
      }
      append(text[at]);
    }
    append((byte) '"');
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
