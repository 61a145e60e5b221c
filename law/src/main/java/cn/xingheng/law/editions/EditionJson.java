package cn.xingheng.law.editions;

import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Source;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Editions and their differences as JSON, for other programs: one line each. */
public final class EditionJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private EditionJson() {}

  /** Writes into a generator. */
  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  /**
   * An edition in the shape of its file, and its content hash under {@code hash}.
   *
   * @throws LawFault when it is faulty
   */
  public static String edition(Source source) {
    String hash = EditionReader.read(source).hash();
    Entries root = source.document().entries();
    return written(json -> {
      json.writeStartObject();
      json.writeStringField("hash", hash);
      for (String key : root.keys()) {
        json.writeFieldName(key);
        write(json, root.get(key));
      }
      json.writeEndObject();
    });
  }

  /** A list of changes, each {@code {"path", "old", "new", "article"}}; null where there is no such place. */
  public static String changes(List<Change> changes) {
    return written(json -> {
      json.writeStartArray();
      for (Change change : changes) {
        json.writeStartObject();
        json.writeStringField("path", change.path());
        json.writeStringField("old", change.before());
        json.writeStringField("new", change.after());
        json.writeStringField("article", change.articles());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static String written(Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      content.write(json);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Element element) throws IOException {
    if (element.isMapping()) {
      Entries entries = element.entries();
      json.writeStartObject();
      for (String key : entries.keys()) {
        json.writeFieldName(key);
        write(json, entries.get(key));
      }
      json.writeEndObject();
    } else if (element.isList()) {
      json.writeStartArray();
      for (Element each : element.list()) {
        write(json, each);
      }
      json.writeEndArray();
    } else if (element.isText()) {
      json.writeString(element.letters());
    } else {
      json.writeRawValue(element.letters());
    }
  }
}
