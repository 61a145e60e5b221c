package cn.xingheng.match;

import java.util.Arrays;

/** 「CSV 文法」 The grammar of RFC 4180 as far as bytes show it: what each byte can be, and where a record ends. */
final class Rfc4180 {
  static final int COMMA = 1;
  static final int FEED = 2;
  static final int QUOTE = 4;
  static final int RETURN = 8;
  static final int NUL = 16;
  static final int HIGH = 32;
  /** A carriage return that no line feed follows; a kind given by the reader, not by the byte. */
  static final int STRAY = 64;

  /** From {@link #recordEnd}: the bytes end before the record does. */
  static final int INCOMPLETE = -1;

  /** From {@link #recordEnd}: not a record. */
  static final int FAULTY = -2;

  private static final byte[] KINDS = new byte[256];

  static {
    Arrays.fill(KINDS, 128, 256, (byte) HIGH);
    KINDS[','] = COMMA;
    KINDS['\n'] = FEED;
    KINDS['"'] = QUOTE;
    KINDS['\r'] = RETURN;
    KINDS[0] = NUL;
  }

  private static final int FIELD_START = 0;
  private static final int PLAIN = 1;
  private static final int INSIDE_QUOTES = 2;
  private static final int AFTER_QUOTE = 3;
  private static final int AFTER_RETURN = 4;

  private Rfc4180() {}

  /** What kind of byte this is, one bit; 0 for those that only stand for themselves, nearly all. */
  static int kind(byte b) {
    return KINDS[b & 0xFF];
  }

  /**
   * Where the record that starts at {@code from} ends: the place after its line feed, {@link #INCOMPLETE} or {@link
   * #FAULTY}.
   *
   * <p>Looks no further than a record may reach, so that the answer does not depend on how much of the stream is at
   * hand.
   */
  static int recordEnd(byte[] bytes, int from, int to) {
    int reach = from + Limits.RECORD + 2;
    int stop = Math.min(to, reach);
    int state = FIELD_START;
    for (int at = from; at < stop; at++) {
      int kind = kind(bytes[at]);
      if (kind == FEED && state != INSIDE_QUOTES) {
        return at + 1;
      }
      state = after(state, kind);
      if (state == FAULTY) {
        return FAULTY;
      }
    }
    return to < reach ? INCOMPLETE : FAULTY;
  }

  private static int after(int state, int kind) {
    if (state == INSIDE_QUOTES) {
      return kind == QUOTE ? AFTER_QUOTE : INSIDE_QUOTES;
    }
    if (state == AFTER_RETURN) {
      return FAULTY;
    }
    return switch (kind) {
      case COMMA -> FIELD_START;
      case RETURN -> AFTER_RETURN;
      case QUOTE -> state == PLAIN ? FAULTY : INSIDE_QUOTES;
      default -> state == AFTER_QUOTE ? FAULTY : PLAIN;
    };
  }
}
