package cn.xingheng.law.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One line of a JSON lines file as an {@link Element}. JSON is YAML and could be read by {@link Source}; this way is
 * some ten times faster, which the bulk runs need, and refuses what JSON does not have.
 */
public final class JsonLine {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int[] NO_SNIPPET = new int[0];

  private final JsonParser parser;

  private JsonLine(JsonParser parser) {
    this.parser = parser;
  }

  /** The one value of a line; {@code number} counts from 1. */
  public static Element parse(String file, int number, String text) {
    Source source = new Source(file, number, text);
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonLine line = new JsonLine(parser);
      parser.nextToken();
      Node node = line.value();
      Place place = source.placeOf(node);
      if (parser.nextToken() != null) {
        Place after = new Place(file, number, parser.currentTokenLocation().getColumnNr());
        throw new LawFault(after, "一行只能有一个案例，后面还有内容", "漏了换行，或多了括号");
      }
      return new Element(source, node, place);
    } catch (JsonProcessingException cause) {
      Place place = new Place(file, number, Math.max(1, column(cause.getLocation())));
      throw new LawFault(place, "不是合法的 JSON：" + firstLine(cause.getOriginalMessage()), "引号、逗号或括号有误");
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static int column(@Nullable JsonLocation location) {
    return location == null ? 1 : location.getColumnNr();
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private Node value() throws IOException {
    Optional<Mark> mark = mark();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(mark);
    }
    if (token == JsonToken.START_ARRAY) {
      return list(mark);
    }
    ScalarStyle style = token == JsonToken.VALUE_STRING ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
    return new ScalarNode(tag(token), true, parser.getText(), style, mark, mark);
  }

  private static Tag tag(JsonToken token) {
    return switch (token) {
      case VALUE_STRING, FIELD_NAME -> Tag.STR;
      case VALUE_NUMBER_INT -> Tag.INT;
      case VALUE_NUMBER_FLOAT -> Tag.FLOAT;
      case VALUE_TRUE, VALUE_FALSE -> Tag.BOOL;
      case VALUE_NULL -> Tag.NULL;
      case START_OBJECT, END_OBJECT, START_ARRAY, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalArgumentException("no scalar: " + token);
    };
  }

  private Node mapping(Optional<Mark> mark) throws IOException {
    List<NodeTuple> tuples = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Optional<Mark> at = mark();
      Node key = new ScalarNode(Tag.STR, true, parser.currentName(), ScalarStyle.DOUBLE_QUOTED, at, at);
      parser.nextToken();
      tuples.add(new NodeTuple(key, value()));
    }
    return new MappingNode(Tag.MAP, true, tuples, FlowStyle.FLOW, mark, mark);
  }

  private Node list(Optional<Mark> mark) throws IOException {
    List<Node> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value());
    }
    return new SequenceNode(Tag.SEQ, true, values, FlowStyle.FLOW, mark, mark);
  }

  /** Marks count from 0, and the line is the first of its own text. */
  private Optional<Mark> mark() {
    int column = parser.currentTokenLocation().getColumnNr() - 1;
    return Optional.of(new Mark("", column, 0, column, NO_SNIPPET, 0));
  }
}
