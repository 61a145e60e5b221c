package cn.xingheng.server.claims;

import cn.xingheng.core.claims.Setting;
import cn.xingheng.server.house.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;

/**
 * Reads one line, strictly: whatever is misspelt, missing, of another type or said twice is refused with the line and
 * the field.
 */
final class ClaimReader {
  private static final int LONGEST = 64;
  private static final long MOST_FEN = 10_000_000_000_000L;
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final int DAY_LENGTH = "2026-06-15".length();
  private static final Pattern TIME =
      Pattern.compile("T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+-][0-9:]{2,6})?");
  private static final List<String> FIELDS =
      List.of("id", "physicianCode", "institutionCode", "issuedAt", "setting", "amountFen");
  private static final int ID = 0;
  private static final int CODE = 1;
  private static final int INSTITUTION = 2;
  private static final int ISSUED = 3;
  private static final int SETTING = 4;
  private static final int AMOUNT = 5;

  private final JsonToken[] tokens = new JsonToken[FIELDS.size()];
  private final @Nullable String[] texts = new String[FIELDS.size()];
  private final boolean[] seen = new boolean[FIELDS.size()];
  private long amount;
  private int number;

  /**
   * The line that begins at the parser's token.
   *
   * @param number of the line, for messages
   * @throws Problem 400 when it is not what the interface takes
   */
  ClaimLine read(JsonParser parser, int number) {
    this.number = number;
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw Problem.of(400, "claims.problem.line", Integer.toString(number));
    }
    String fault = gather(parser);
    if (fault != null) {
      throw refuse(FIELDS.contains(fault) ? "field-twice" : "field-unknown", fault);
    }
    String id = text(ID);
    if (id.isBlank()) {
      throw refuse("blank", "id");
    }
    String institution = text(INSTITUTION).strip();
    if (institution.isEmpty()) {
      throw refuse("blank", "institutionCode");
    }
    return new ClaimLine(id, code(), institution, day(text(ISSUED)), setting(text(SETTING)), fen());
  }

  /** Takes in the fields as they come; the first that is unknown or said twice, or null. */
  private @Nullable String gather(JsonParser parser) {
    Arrays.fill(seen, false);
    String fault = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      int field = FIELDS.indexOf(name);
      JsonToken token = parser.nextToken();
      if (field < 0 || seen[field]) {
        fault = fault == null ? name : fault;
      } else {
        seen[field] = true;
        tokens[field] = token;
        texts[field] = token == JsonToken.VALUE_STRING ? parser.getString() : null;
        if (field == AMOUNT) {
          amount = token == JsonToken.VALUE_NUMBER_INT ? number(parser) : -1;
        }
      }
      parser.skipChildren();
    }
    return fault;
  }

  private static long number(JsonParser parser) {
    try {
      return parser.getLongValue();
    } catch (InputCoercionException beyond) {
      return -1;
    }
  }

  /** Null and empty are a line without a code; a line that forgets the field is a fault. */
  private String code() {
    return present(CODE) == JsonToken.VALUE_NULL ? "" : text(CODE).strip();
  }

  private JsonToken present(int field) {
    if (!seen[field]) {
      throw refuse("missing", FIELDS.get(field));
    }
    return tokens[field];
  }

  private String text(int field) {
    present(field);
    String text = texts[field];
    if (text == null) {
      throw refuse("not-text", FIELDS.get(field));
    }
    if (text.length() > LONGEST) {
      throw refuse("too-long", FIELDS.get(field), Integer.toString(LONGEST));
    }
    for (int at = 0; at < text.length(); at++) {
      if (Character.isISOControl(text.charAt(at))) {
        throw refuse("control", FIELDS.get(field));
      }
    }
    return text;
  }

  private LocalDate day(String text) {
    try {
      LocalDate day = text.length() < DAY_LENGTH ? null : date(text);
      if (day != null && (text.length() == DAY_LENGTH || minute(text))) {
        return day;
      }
      var time = TIME.matcher(text);
      if (day != null && time.region(DAY_LENGTH, text.length()).matches()) {
        return time.group(3) == null
            ? LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME).toLocalDate()
            : OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).atZoneSameInstant(BEIJING)
                .toLocalDate();
      }
    } catch (DateTimeException noSuchDay) {
      throw refuse("not-time", "issuedAt", text);
    }
    throw refuse("not-time", "issuedAt", text);
  }

  /** Whether the text ends in a time like T10:00: most lines say no more, and a pattern costs as much as the rest. */
  private static boolean minute(String text) {
    if (text.length() != DAY_LENGTH + "T10:00".length() || text.charAt(DAY_LENGTH) != 'T'
        || text.charAt(DAY_LENGTH + 3) != ':') {
      return false;
    }
    int hour = twoDigits(text, DAY_LENGTH + 1);
    int minute = twoDigits(text, DAY_LENGTH + 4);
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
  }

  private static int twoDigits(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
  }

  /** The day of a text that begins like 2026-06-15, or null when it begins otherwise. */
  private static @Nullable LocalDate date(String text) {
    int year = 0;
    int month = 0;
    int day = 0;
    for (int at = 0; at < DAY_LENGTH; at++) {
      int digit = text.charAt(at) - '0';
      if (at == 4 || at == 7) {
        if (text.charAt(at) != '-') {
          return null;
        }
      } else if (digit < 0 || digit > 9) {
        return null;
      } else if (at < 4) {
        year = 10 * year + digit;
      } else if (at < 7) {
        month = 10 * month + digit;
      } else {
        day = 10 * day + digit;
      }
    }
    return LocalDate.of(year, month, day);
  }

  private Setting setting(String word) {
    return Setting.find(word).orElseThrow(() -> refuse("not-setting", "setting", word));
  }

  private long fen() {
    if (present(AMOUNT) != JsonToken.VALUE_NUMBER_INT || amount < 0 || amount > MOST_FEN) {
      throw refuse("not-fen", "amountFen", Long.toString(MOST_FEN));
    }
    return amount;
  }

  private Problem refuse(String what, String field) {
    return refuse(what, field, "");
  }

  private Problem refuse(String what, String field, String more) {
    String id = seen[ID] ? texts[ID] : null;
    return Problem.of(
        400, "claims.problem." + what, Integer.toString(number), id == null ? "—" : shown(id), shown(field),
        shown(more));
  }

  /** As much of a text as belongs in a sentence. */
  static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "�");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
