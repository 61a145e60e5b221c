package cn.xingheng.client;

import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.match.StandingSpan;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 「变动页」 Changes of standings as the house tells them.
 *
 * @param rows all rows of each physician that changed, by code
 * @param anew whether days told before may be others: a snapshot has to be taken
 */
record Page(
    String institution, long after, long next, boolean more, Instant at, String law, boolean anew,
    Map<String, List<StandingSpan>> rows) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Reads one. */
  static Page read(byte[] body) throws IOException {
    Reading reading = new Reading();
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Refused(0, "changes that are no object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        reading.field(parser, parser.currentName());
      }
      return reading.page();
    } catch (DateTimeException | IllegalArgumentException wrong) {
      throw new Refused(0, "changes that cannot be: " + wrong.getMessage());
    }
  }

  /** What has been read so far. */
  private static final class Reading {
    private String institution = "";
    private String law = "";
    private @Nullable Instant at;
    private long after = -1;
    private long next = -1;
    private boolean more;
    private boolean anew;
    private final Map<String, List<StandingSpan>> found = new HashMap<>();

    private void field(JsonParser parser, String name) throws IOException {
      parser.nextToken();
      switch (name) {
        case "institution" -> institution = parser.getText();
        case "law" -> law = parser.getText();
        case "at" -> at = Instant.parse(parser.getText());
        case "after" -> after = parser.getLongValue();
        case "next" -> next = parser.getLongValue();
        case "more" -> more = parser.getBooleanValue();
        case "anew" -> anew = parser.getBooleanValue();
        case "changes" -> changes(parser);
        default -> parser.skipChildren();
      }
    }

    private void changes(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        String code = "";
        List<Map<String, String>> days = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          if (name.equals("physicianCode")) {
            code = parser.getText();
          } else if (name.equals("days")) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
              days.add(Json.texts(parser));
            }
          } else {
            parser.skipChildren();
          }
        }
        found.put(code, days.stream().map(one -> span(one)).toList());
      }
    }

    /** The institution is told once for all; it is put in at the end. */
    private static StandingSpan span(Map<String, String> day) {
      String through = day.get("through");
      String because = day.get("because");
      return new StandingSpan(
          "?", LocalDate.parse(day.getOrDefault("from", "")),
          through == null ? StandingSpan.OPEN : LocalDate.parse(through),
          Standing.find(day.getOrDefault("standing", "")).orElse(Standing.UNRESOLVED),
          because == null ? null : Cause.find(because).orElse(null));
    }

    private Page page() {
      if (institution.isEmpty() || at == null || after < 0 || next < after) {
        throw new IllegalArgumentException(institution + " after " + after + " next " + next + " at " + at);
      }
      Map<String, List<StandingSpan>> rows = new HashMap<>();
      found.forEach(
          (code, spans) -> rows.put(
              code,
              spans.stream()
                  .map(
                      span -> new StandingSpan(
                          institution, span.from(), span.through(), span.standing(), span.because()))
                  .toList()));
      return new Page(institution, after, next, more, at, law, anew, Map.copyOf(rows));
    }
  }
}
