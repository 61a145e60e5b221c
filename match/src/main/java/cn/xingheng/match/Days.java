package cn.xingheng.match;

import java.time.LocalDate;

/**
 * 「日期文字」 Reads days and times from bytes, as numbers of days since 0000-01-01, which suits searching and sorting.
 *
 * <p>Years have four digits. A time without an offset is Beijing time; one with an offset is turned into it.
 */
final class Days {
  /** Said instead of a day where there is none. */
  static final int IMPOSSIBLE = -1;

  private static final int DAY_LENGTH = "2026-05-04".length();
  private static final int[] MONTH_STARTS = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  private static final int[] MONTH_LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int DAY_MINUTES = 24 * 60;
  private static final int BEIJING_MINUTES = 8 * 60;
  private static final int MOST_OFFSET_MINUTES = 18 * 60;

  private static final int OF_1970 = 719_528;

  private Days() {}

  /** The number of a day. */
  static int of(LocalDate day) {
    return Math.toIntExact(day.toEpochDay() + OF_1970);
  }

  /** The day with this number. */
  static LocalDate day(int number) {
    return LocalDate.ofEpochDay((long) number - OF_1970);
  }

  /** The day of the text {@code 2026-05-04}, or {@link #IMPOSSIBLE}. */
  static int day(byte[] text, int from, int to) {
    return to - from == DAY_LENGTH ? dayAt(text, from) : IMPOSSIBLE;
  }

  /** The Beijing day of the text {@code 2026-05-04T10:00}, with seconds, fraction and offset if need be. */
  static int dayOfTime(byte[] text, int from, int to) {
    int at = from + DAY_LENGTH;
    if (to - at < "T10:00".length() || text[at] != 'T' || text[at + 3] != ':') {
      return IMPOSSIBLE;
    }
    int day = dayAt(text, from);
    int hour = twoDigits(text, at + 1);
    int minute = twoDigits(text, at + 4);
    if (day < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return IMPOSSIBLE;
    }
    at = afterSeconds(text, at + 6, to);
    if (at == to) {
      return day;
    }
    return at < 0 ? IMPOSSIBLE : inBeijing(day, hour * 60 + minute, text, at, to);
  }

  private static int dayAt(byte[] text, int from) {
    int century = twoDigits(text, from);
    int ofCentury = twoDigits(text, from + 2);
    int month = twoDigits(text, from + 5);
    int day = twoDigits(text, from + 8);
    if (century < 0 || ofCentury < 0 || month < 1 || month > 12 || day < 1) {
      return IMPOSSIBLE;
    }
    if (text[from + 4] != '-' || text[from + 7] != '-') {
      return IMPOSSIBLE;
    }
    int year = 100 * century + ofCentury;
    boolean leap = (year & 3) == 0 && (ofCentury != 0 || (century & 3) == 0);
    if (day > MONTH_LENGTHS[month - 1] + (leap && month == 2 ? 1 : 0)) {
      return IMPOSSIBLE;
    }
    int leapDays = (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400 + (leap && month > 2 ? 1 : 0);
    return 365 * year + leapDays + MONTH_STARTS[month - 1] + day - 1;
  }

  private static int twoDigits(byte[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? IMPOSSIBLE : 10 * tens + ones;
  }

  /** The place after {@code :ss} or {@code :ss.fff}, if they stand here; {@link #IMPOSSIBLE} when they are wrong. */
  private static int afterSeconds(byte[] text, int from, int to) {
    if (from == to || text[from] != ':') {
      return from;
    }
    int second = to - from < 3 ? IMPOSSIBLE : twoDigits(text, from + 1);
    if (second < 0 || second > 59) {
      return IMPOSSIBLE;
    }
    int at = from + 3;
    if (at == to || text[at] != '.') {
      return at;
    }
    int digits = at + 1;
    do {
      at++;
    } while (at < to && text[at] >= '0' && text[at] <= '9');
    return at == digits || at - digits > 9 ? IMPOSSIBLE : at;
  }

  /** Turns a day and minute with the offset that stands here, {@code Z} or {@code +09:30}, into the Beijing day. */
  private static int inBeijing(int day, int minute, byte[] text, int from, int to) {
    int offset = 0;
    if (to - from != 1 || text[from] != 'Z') {
      if (to - from != "+08:00".length() || text[from + 3] != ':' || (text[from] != '+' && text[from] != '-')) {
        return IMPOSSIBLE;
      }
      int hours = twoDigits(text, from + 1);
      int minutes = twoDigits(text, from + 4);
      offset = 60 * hours + minutes;
      if (hours < 0 || minutes < 0 || minutes > 59 || offset > MOST_OFFSET_MINUTES) {
        return IMPOSSIBLE;
      }
      offset = text[from] == '-' ? -offset : offset;
    }
    return day + Math.floorDiv(minute - offset + BEIJING_MINUTES, DAY_MINUTES);
  }
}
