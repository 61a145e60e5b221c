package cn.xingheng.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** 「行缓冲」 One line of a file that is being written: ASCII, used again and again. */
final class Row {
  private final byte[] bytes = new byte[256];
  private int size;

  Row clear() {
    size = 0;
    return this;
  }

  Row text(String text) {
    return text(text.getBytes(StandardCharsets.US_ASCII));
  }

  Row text(byte[] text) {
    return text(text, 0, text.length);
  }

  Row text(byte[] text, int from, int length) {
    System.arraycopy(text, from, bytes, size, length);
    size += length;
    return this;
  }

  Row letter(char letter) {
    bytes[size++] = (byte) letter;
    return this;
  }

  /** A whole number of exactly so many digits, zeros in front. */
  Row digits(long value, int width) {
    long rest = value;
    for (int at = size + width - 1; at >= size; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += width;
    return this;
  }

  /** A whole number as people write it. */
  Row number(long value) {
    if (value < 0) {
      return letter('-').number(-value);
    }
    int width = 1;
    for (long bound = 10; bound <= value; bound *= 10) {
      width++;
    }
    return digits(value, width);
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, size);
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }
}
