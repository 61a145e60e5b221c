package cn.xingheng.server.claims;

import cn.xingheng.server.house.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a batch of lines, or one line of many. */
final class ClaimBody {
  /** The most lines of one batch. */
  static final int MOST_LINES = 10_000;

  /** The most bytes of one batch. */
  static final int MOST_BYTES = 4 << 20;

  private static final JsonFactory JSON = new JsonFactory();

  private ClaimBody() {}

  /**
   * The lines of a batch.
   *
   * @throws Problem 400 when it is not what the interface takes
   */
  static List<ClaimLine> read(byte[] body) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      JsonToken root = parser.nextToken();
      if (root == null) {
        throw Problem.of(400, "claims.problem.empty");
      }
      if (root != JsonToken.START_OBJECT) {
        wellFormed(parser);
        throw Problem.of(400, "claims.problem.root");
      }
      return batch(parser);
    } catch (JacksonException cause) {
      throw notJson(cause.getLocation());
    }
  }

  /**
   * One line that stands alone.
   *
   * @throws Problem 400 when it is not what the interface takes
   */
  static ClaimLine read(ClaimReader reader, byte[] text, int from, int length, int number) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text, from, length)) {
      parser.nextToken();
      ClaimLine line = reader.read(parser, number);
      if (parser.nextToken() != null) {
        throw Problem.of(400, "claims.problem.line", Integer.toString(number));
      }
      return line;
    } catch (JacksonException cause) {
      throw Problem.of(400, "claims.problem.line", Integer.toString(number));
    }
  }

  private static List<ClaimLine> batch(JsonParser parser) {
    List<ClaimLine> lines = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (!name.equals("lines")) {
        throw Problem.of(400, "claims.problem.field-unknown-above", ClaimReader.shown(name));
      }
      if (parser.nextToken() != JsonToken.START_ARRAY || lines != null) {
        throw Problem.of(400, "claims.problem.root");
      }
      lines = lines(parser);
    }
    if (parser.nextToken() != null) {
      throw notJson(parser.currentTokenLocation());
    }
    if (lines == null) {
      throw Problem.of(400, "claims.problem.root");
    }
    return lines;
  }

  private static List<ClaimLine> lines(JsonParser parser) {
    ClaimReader reader = new ClaimReader();
    List<ClaimLine> lines = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int number = lines.size() + 1;
      if (number > MOST_LINES) {
        throw Problem.of(400, "claims.problem.too-many", Integer.toString(MOST_LINES));
      }
      ClaimLine line = reader.read(parser, number);
      Integer before = seen.putIfAbsent(line.id(), number);
      if (before != null) {
        throw Problem.of(
            400, "claims.problem.id-twice", Integer.toString(number), ClaimReader.shown(line.id()),
            Integer.toString(before));
      }
      lines.add(line);
    }
    return lines;
  }

  /** Reads to the end, so that what is no JSON at all is told as such. */
  private static void wellFormed(JsonParser parser) {
    while (parser.nextToken() != null) {
      parser.skipChildren();
    }
  }

  private static Problem notJson(@Nullable TokenStreamLocation at) {
    return Problem.of(
        400, "claims.problem.json", Integer.toString(Math.max(1, at == null ? 1 : at.getLineNr())),
        Integer.toString(Math.max(1, at == null ? 1 : at.getColumnNr())));
  }
}
