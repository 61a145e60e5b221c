package cn.xingheng.law.cases;

import cn.xingheng.law.yaml.Element;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and times of a case file; days are Beijing days. */
final class Days {

  /** The text that stands for a day that rests on an unloaded calendar. */
  static final String PROVISIONAL = "provisional";

  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.+");
  private static final Pattern OFFSET = Pattern.compile(".*T.*(Z|[+-]\\d{2}(:?\\d{2})?)");

  /** Days that every month has. */
  private static final int EVERY_MONTH = 28;

  private Days() {}

  static LocalDate day(Element element) {
    LocalDate day = element.isText() ? plainDay(element.letters()) : null;
    return day == null ? element.day(Limits.FIRST_DAY, Limits.LAST_DAY) : day;
  }

  /** A day that is plainly one, the short way; null leaves it to the strict reader and its faults. */
  private static @Nullable LocalDate plainDay(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    boolean plain = year >= Limits.FIRST_DAY.getYear() && month >= 1 && month <= 12 && day >= 1 && day <= EVERY_MONTH;
    return plain ? LocalDate.of(year, month, day) : null;
  }

  private static int digits(String text, int from, int end) {
    int number = 0;
    for (int i = from; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** A day, or the Beijing day of a time. */
  static LocalDate dayOrTime(Element element) {
    if (element.isText() && element.letters().length() > 10 && TIME.matcher(element.letters()).matches()) {
      return time(element).toLocalDate();
    }
    return day(element);
  }

  /** A time; Beijing time when it has no offset. */
  static LocalDateTime time(Element element) {
    String text = element.text();
    if (!TIME.matcher(text).matches()) {
      throw element.mistyped("时间（如 \"2026-05-04T10:00\"）");
    }
    try {
      LocalDateTime time = OFFSET.matcher(text).matches()
          ? OffsetDateTime.parse(text).withOffsetSameInstant(BEIJING).toLocalDateTime()
          : LocalDateTime.parse(text);
      LocalDate day = time.toLocalDate();
      if (day.isBefore(Limits.FIRST_DAY) || day.isAfter(Limits.LAST_DAY)) {
        throw element.refuse("时间 " + text + " 超出范围", "年份写错了");
      }
      return time;
    } catch (DateTimeException cause) {
      throw element.refuse("没有 " + text + " 这一时刻", "日期、钟点或时区偏移写错了");
    }
  }

  /** A day, or the text {@code provisional}. */
  static Object dayOrProvisional(Element element) {
    return element.is(PROVISIONAL) ? PROVISIONAL : day(element);
  }
}
