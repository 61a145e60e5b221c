package cn.xingheng.server.claims;

import cn.xingheng.core.claims.Setting;
import cn.xingheng.server.house.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a batch of lines, strictly: whatever is misspelt, missing, of another type or said twice is refused with the
 * line and the field.
 */
final class ClaimBody {
  /** The most lines of one batch. */
  static final int MOST_LINES = 1_000;

  /** The most bytes of one batch. */
  static final int MOST_BYTES = 1 << 20;

  private static final int LONGEST = 64;
  private static final long MOST_FEN = 10_000_000_000_000L;
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+-][0-9:]{2,6})?");
  private static final Set<String> FIELDS =
      Set.of("id", "physicianCode", "institutionCode", "issuedAt", "setting", "amountFen");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ClaimBody() {}

  /**
   * The lines of a body.
   *
   * @throws Problem 400 when it is not what the interface takes
   */
  static List<ClaimLine> read(byte[] body) {
    JsonNode root = parse(body);
    if (!root.isObject()) {
      throw Problem.of(400, "claims.problem.root");
    }
    for (String name : root.propertyNames()) {
      if (!name.equals("lines")) {
        throw Problem.of(400, "claims.problem.field-unknown-above", shown(name));
      }
    }
    JsonNode lines = root.get("lines");
    if (lines == null || !lines.isArray()) {
      throw Problem.of(400, "claims.problem.root");
    }
    if (lines.size() > MOST_LINES) {
      throw Problem.of(400, "claims.problem.too-many", Integer.toString(lines.size()), Integer.toString(MOST_LINES));
    }
    List<ClaimLine> read = new ArrayList<>(lines.size());
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      ClaimLine line = new Reading(i + 1, lines.get(i)).line();
      Integer before = seen.putIfAbsent(line.id(), i + 1);
      if (before != null) {
        throw Problem.of(
            400, "claims.problem.id-twice", Integer.toString(i + 1), shown(line.id()), Integer.toString(before));
      }
      read.add(line);
    }
    return read;
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      if (root.isMissingNode()) {
        throw Problem.of(400, "claims.problem.empty");
      }
      return root;
    } catch (JacksonException cause) {
      TokenStreamLocation at = cause.getLocation();
      throw Problem.of(
          400, "claims.problem.json", Integer.toString(Math.max(1, at == null ? 1 : at.getLineNr())),
          Integer.toString(Math.max(1, at == null ? 1 : at.getColumnNr())));
    }
  }

  /** One line while it is read. */
  private record Reading(int number, JsonNode node) {

    ClaimLine line() {
      if (!node.isObject()) {
        throw Problem.of(400, "claims.problem.line", Integer.toString(number));
      }
      for (String name : node.propertyNames()) {
        if (!FIELDS.contains(name)) {
          throw refuse("field-unknown", name);
        }
      }
      String id = text("id");
      if (id.isBlank()) {
        throw refuse("blank", "id");
      }
      String institution = text("institutionCode").strip();
      if (institution.isEmpty()) {
        throw refuse("blank", "institutionCode");
      }
      return new ClaimLine(id, code(), institution, day(text("issuedAt")), setting(text("setting")), fen());
    }

    /** Null and empty are a line without a code; a line that forgets the field is a fault. */
    private String code() {
      return present("physicianCode").isNull() ? "" : text("physicianCode").strip();
    }

    private JsonNode present(String field) {
      JsonNode value = node.get(field);
      if (value == null) {
        throw refuse("missing", field);
      }
      return value;
    }

    private String text(String field) {
      JsonNode value = present(field);
      if (!value.isString()) {
        throw refuse("not-text", field);
      }
      String text = value.stringValue();
      if (text.length() > LONGEST) {
        throw refuse("too-long", field, Integer.toString(LONGEST));
      }
      if (text.chars().anyMatch(Character::isISOControl)) {
        throw refuse("control", field);
      }
      return text;
    }

    private LocalDate day(String text) {
      try {
        if (DATE.matcher(text).matches()) {
          return LocalDate.parse(text);
        }
        var matcher = TIME.matcher(text);
        if (matcher.matches()) {
          return matcher.group(3) == null
              ? LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME).toLocalDate()
              : OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).atZoneSameInstant(BEIJING)
                  .toLocalDate();
        }
      } catch (DateTimeException noSuchDay) {
        throw refuse("not-time", "issuedAt", text);
      }
      throw refuse("not-time", "issuedAt", text);
    }

    private Setting setting(String word) {
      return Setting.find(word).orElseThrow(() -> refuse("not-setting", "setting", word));
    }

    private long fen() {
      JsonNode value = present("amountFen");
      if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0
          || value.longValue() > MOST_FEN) {
        throw refuse("not-fen", "amountFen", Long.toString(MOST_FEN));
      }
      return value.longValue();
    }

    private Problem refuse(String what, String field) {
      return refuse(what, field, "");
    }

    private Problem refuse(String what, String field, String more) {
      JsonNode id = node.get("id");
      String named = id != null && id.isString() ? id.stringValue() : "—";
      return Problem.of(
          400, "claims.problem." + what, Integer.toString(number), shown(named), shown(field), shown(more));
    }
  }

  /** As much of a text as belongs in a sentence. */
  private static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "�");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
