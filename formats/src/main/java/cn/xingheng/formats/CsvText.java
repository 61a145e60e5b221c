package cn.xingheng.formats;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** 「CSV 文字」 Values written as the fields of CSV that stand for them. */
final class CsvText {
  /** Of a longer text only the beginning is written: its row is too long for a record all the same. */
  static final int MOST_TEXT = 8192;
  private static final byte[] QUOTED = new byte[256];
  private static final long BEIJING = 8L * 3600;
  private static final long DAY = 24L * 3600;
  private static final int LONGEST_NUMBER = 20;

  static {
    for (char c : "\",\n\r".toCharArray()) {
      QUOTED[c] = 1;
    }
  }

  private byte[] bytes;
  private int size;

  CsvText(int expected) {
    bytes = new byte[expected];
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  /** What has been written. */
  byte[] copy() {
    return Arrays.copyOf(bytes, size);
  }

  /** Writes these bytes as they are. */
  void append(byte[] text) {
    reserve(text.length);
    System.arraycopy(text, 0, bytes, size, text.length);
    size += text.length;
  }

  /** Writes a value that is stored as a number. */
  void number(Form form, long value) {
    switch (form) {
      case Form.Whole(long bits) -> digits(bits == 0 ? value : value & bits, bits != 0);
      case Form.Day(String clock) -> {
        day(value);
        word(clock);
      }
      case Form.Moment(long perSecond, boolean utc) -> moment(value, perSecond, utc);
      case Form.Text() -> throw new IllegalStateException("a text stored as a number");
      case Form.BigWhole() -> throw new IllegalStateException("a number of many bytes stored as one");
    }
  }

  /** Writes a value that is stored as bytes. */
  void bytes(Form form, byte[] text, int from, int to) {
    if (form instanceof Form.BigWhole) {
      word(new BigInteger(text, from, to - from).toString());
    } else {
      field(text, from, to);
    }
  }

  /** Makes one line of what stands in {@code [from, to)}. */
  void flatten(int from, int to) {
    for (int at = from; at < to; at++) {
      bytes[at] = bytes[at] == '\n' ? (byte) ' ' : bytes[at];
    }
  }

  /** Ends a field, or the row. */
  void end(char mark) {
    reserve(1);
    bytes[size++] = (byte) mark;
  }

  /** Writes a text, in quotes if it needs them. */
  void field(byte[] text, int from, int to) {
    int end = Math.min(to, from + MOST_TEXT);
    reserve(2 * (end - from) + 2);
    int odd = 0;
    for (int at = from; at < end; at++) {
      odd |= QUOTED[text[at] & 0xFF];
    }
    if (odd == 0) {
      System.arraycopy(text, from, bytes, size, end - from);
      size += end - from;
      return;
    }
    bytes[size++] = '"';
    for (int at = from; at < end; at++) {
      if (text[at] == '"') {
        bytes[size++] = '"';
      }
      bytes[size++] = text[at];
    }
    bytes[size++] = '"';
  }

  private void word(String word) {
    append(word.getBytes(StandardCharsets.UTF_8));
  }

  private void digits(long value, boolean unsigned) {
    if (value == Long.MIN_VALUE || (unsigned && value < 0)) {
      word(unsigned ? Long.toUnsignedString(value) : Long.toString(value));
      return;
    }
    reserve(LONGEST_NUMBER);
    if (value < 0) {
      bytes[size++] = '-';
    }
    long rest = Math.abs(value);
    int digits = 1;
    for (long power = 10; digits < LONGEST_NUMBER - 1 && rest >= power; power *= 10) {
      digits++;
    }
    digits(rest, digits);
  }

  private void day(long sinceEpoch) {
    LocalDate day = LocalDate.ofEpochDay(sinceEpoch);
    if (day.getYear() < 0 || day.getYear() > 9999) {
      word(day.toString());
      return;
    }
    reserve(LONGEST_NUMBER);
    digits(day.getYear(), 4);
    bytes[size++] = '-';
    digits(day.getMonthValue(), 2);
    bytes[size++] = '-';
    digits(day.getDayOfMonth(), 2);
  }

  /** Writes a time as short as it can be: without seconds or their parts where there are none. */
  private void moment(long ticks, long perSecond, boolean utc) {
    long second = Math.floorDiv(ticks, perSecond) + (utc ? BEIJING : 0);
    long part = Math.floorMod(ticks, perSecond) * (1_000_000_000 / perSecond);
    day(Math.floorDiv(second, DAY));
    long ofDay = Math.floorMod(second, DAY);
    reserve(LONGEST_NUMBER);
    bytes[size++] = 'T';
    digits(ofDay / 3600, 2);
    bytes[size++] = ':';
    digits(ofDay / 60 % 60, 2);
    if (ofDay % 60 != 0 || part != 0) {
      bytes[size++] = ':';
      digits(ofDay % 60, 2);
    }
    if (part != 0) {
      bytes[size++] = '.';
      int places = part % 1_000_000 == 0 ? 3 : part % 1_000 == 0 ? 6 : 9;
      digits(places == 3 ? part / 1_000_000 : places == 6 ? part / 1_000 : part, places);
    }
  }

  private void digits(long value, int count) {
    long rest = value;
    int at = size + count;
    while (at > size) {
      bytes[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += count;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
