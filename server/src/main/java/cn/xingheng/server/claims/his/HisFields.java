package cn.xingheng.server.claims.his;

import cn.xingheng.server.house.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one object, as hospital systems write them: numbers with or without quotes, nothing as null or empty,
 * and fields that are of no concern here. What is of concern and wrong is refused with its line and name.
 */
final class HisFields {
  private static final int LONGEST = 64;
  private static final BigDecimal MOST = new BigDecimal("100000000000");
  private static final int MOST_DIGITS = 20;

  /** No fee is older: what is was mistyped. */
  private static final int FIRST_YEAR = 1949;

  private static final Pattern TIME =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:[.][0-9]{1,9})?)?");
  private static final Pattern YUAN = Pattern.compile("[+-]?[0-9]{1,20}([.][0-9]{1,20})?");
  private final JsonNode node;
  private final int line;
  private String sn = "—";

  /**
   * The fields of an object.
   *
   * @param line of a list, counted from 1; 0 outside lists
   */
  HisFields(JsonNode node, int line) {
    this.node = node;
    this.line = line;
  }

  /** Names the line in what is refused from here on. */
  void named(String name) {
    sn = name;
  }

  /** The text of a field without blanks around it; empty when there is none. */
  String text(String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      return "";
    }
    if (!value.isString() && !value.isIntegralNumber()) {
      throw refuse("not-text", field, "");
    }
    String text = value.isString() ? value.stringValue().strip() : value.asString();
    if (text.length() > LONGEST) {
      throw refuse("too-long", field, Integer.toString(LONGEST));
    }
    if (!plain(text)) {
      throw refuse("control", field, "");
    }
    return text;
  }

  /** As {@link #text}, of a field that must be there. */
  String needed(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      throw refuse("missing", field, "");
    }
    return text;
  }

  /** Whether a database can keep it and a person read it. */
  private static boolean plain(String text) {
    return text.codePoints().noneMatch(
        c -> Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  /** The day of a field that is a time, or a day. */
  LocalDate day(String field) {
    return moment(field, false).toLocalDate();
  }

  /** The time of a field. */
  LocalDateTime time(String field) {
    return moment(field, true);
  }

  private LocalDateTime moment(String field, boolean exact) {
    String text = needed(field);
    Matcher found = TIME.matcher(text);
    if (found.matches() && (found.group(2) != null || !exact)) {
      try {
        LocalDate day = LocalDate.parse(found.group(1));
        LocalTime time = found.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(found.group(2));
        if (day.getYear() >= FIRST_YEAR) {
          return day.atTime(time);
        }
      } catch (DateTimeException noSuchTime) {
        throw refuse("not-time", field, text);
      }
    }
    throw refuse("not-time", field, text);
  }

  /** The amount of a field in yuan, exactly, in fen. */
  long fen(String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull() || (value.isString() && value.stringValue().isBlank())) {
      throw refuse("missing", field, "");
    }
    BigDecimal yuan = yuan(value);
    if (yuan == null || yuan.abs().compareTo(MOST) > 0 || yuan.stripTrailingZeros().scale() > 2) {
      throw refuse("not-yuan", field, value.asString(""));
    }
    return yuan.movePointRight(2).longValueExact();
  }

  private static @Nullable BigDecimal yuan(JsonNode value) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS ? number : null;
    }
    boolean written = value.isString() && YUAN.matcher(value.stringValue().strip()).matches();
    return written ? new BigDecimal(value.stringValue().strip()) : null;
  }

  /** What is wrong with a field. */
  Problem refuse(String what, String field, String more) {
    return line == 0
        ? Problem.of(400, "his.problem." + what, field, shown(more))
        : Problem.of(400, "his.problem.line-" + what, field, shown(more), Integer.toString(line), shown(sn));
  }

  /** As much of a text as belongs in a sentence. */
  static String shown(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "�");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
