package cn.xingheng.client;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Cause;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 「报文」 Lines and answers as they travel. */
final class Json {
  private static final JsonFactory JSON = new JsonFactory();

  private Json() {}

  /** A batch; lines are named by their places, for names of callers may come twice. */
  static byte[] lines(List<Line> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeArrayFieldStart("lines");
      for (int at = 0; at < lines.size(); at++) {
        Line line = lines.get(at);
        out.writeStartObject();
        out.writeStringField("id", Integer.toString(at));
        out.writeStringField("physicianCode", line.physician());
        out.writeStringField("institutionCode", line.institution());
        out.writeStringField("issuedAt", line.day().toString());
        out.writeStringField("setting", line.setting().word());
        out.writeNumberField("amountFen", line.fen());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** The answers to a batch, in its order. */
  static List<Answer> answers(byte[] body, List<Line> lines) throws IOException {
    @Nullable Answer[] answers = new Answer[lines.size()];
    try (JsonParser parser = JSON.createParser(body)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals("verdicts")) {
          parser.nextToken();
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            answer(parser, lines, answers);
          }
        }
      }
    } catch (DateTimeException | NumberFormatException wrong) {
      throw new Refused(0, "an answer that cannot be: " + wrong.getMessage());
    }
    List<Answer> all = new ArrayList<>(lines.size());
    for (Answer answer : answers) {
      if (answer == null) {
        throw new Refused(0, "an answer without all lines");
      }
      all.add(answer);
    }
    return all;
  }

  private static void answer(JsonParser parser, List<Line> lines, @Nullable Answer[] answers) throws IOException {
    Map<String, String> said = texts(parser);
    int at = Integer.parseInt(said.getOrDefault("id", "-1"));
    if (at < 0 || at >= answers.length) {
      throw new Refused(0, "an answer to a line that was not asked");
    }
    String until = said.get("until");
    String because = said.get("because");
    answers[at] = new Answer(
        lines.get(at).id(), verdict(said.getOrDefault("verdict", "")),
        because == null ? null : Cause.find(because).orElse(null), list(said.get("causes")),
        list(said.get("articles")), until == null ? null : LocalDate.parse(until), new Source.Online());
  }

  /** A word this library does not know is not guessed at. */
  private static Verdict verdict(String word) {
    return Arrays.stream(Verdict.values()).filter(one -> one.word().equals(word)).findFirst()
        .orElse(Verdict.UNRESOLVED);
  }

  private static List<String> list(@Nullable String lines) {
    return lines == null || lines.isEmpty() ? List.of() : List.of(lines.split("\n"));
  }

  /** The fields of a whole body that is an object. */
  static Map<String, String> texts(byte[] body) throws IOException {
    try (JsonParser parser = JSON.createParser(body)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? texts(parser) : Map.of();
    }
  }

  /** The fields of the object under way as texts, lists as lines; nulls are left out. */
  static Map<String, String> texts(JsonParser parser) throws IOException {
    Map<String, String> found = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_ARRAY) {
        List<String> many = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
          many.add(parser.getText());
        }
        found.put(name, String.join("\n", many));
      } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        found.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return found;
  }

  /** The sentence of a problem; empty when none came. */
  static String detail(byte[] body) {
    try {
      return texts(body).getOrDefault("detail", "");
    } catch (IOException noJson) {
      return "";
    }
  }
}
