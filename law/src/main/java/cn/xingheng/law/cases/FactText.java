package cn.xingheng.law.cases;

import cn.xingheng.core.basics.Money;
import cn.xingheng.core.facts.DecisionFact;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.facts.FactKind;
import cn.xingheng.core.facts.Head;
import cn.xingheng.core.facts.RevisionFact.Corrected;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Fault;
import cn.xingheng.law.yaml.JsonLine;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Place;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 「事实的文字」 Facts in the words of the case format, one JSON object each, for whoever keeps them.
 *
 * <p>What is written can be read back, also as one entry of a case's {@code given}, and is the same fact. A correction
 * is written whole: every field of the fact as corrected, {@code null} for one that it has no more. What a fact is
 * about ({@code of}) cannot be corrected.
 */
public final class FactText {

  private static final JsonFactory FACTORY = new JsonFactory();

  private FactText() {}

  /**
   * The fact as one JSON object on one line.
   *
   * @throws IllegalArgumentException when the case format cannot say this fact
   */
  public static String write(Fact fact) {
    String text = json(FactFields.of(fact));
    try {
      check(fact, text);
    } catch (LawFault fault) {
      throw new IllegalArgumentException("cannot be written: " + fact + ": " + fault.getMessage(), fault);
    }
    return text;
  }

  /** What keeps the case format from saying this fact, in a sentence; empty when it can be written. */
  public static Optional<String> trouble(Fact fact) {
    try {
      check(fact, json(FactFields.of(fact)));
      return Optional.empty();
    } catch (LawFault fault) {
      Fault first = fault.faults().getFirst();
      return Optional.of(first.wrong() + "；" + first.maybe());
    }
  }

  /**
   * The facts of these JSON objects, in their order. Facts that others are about must be among them.
   *
   * @param name where they come from, for the messages; the line is the place in the list, from 1
   * @throws LawFault when one is faulty
   */
  public static List<Fact> read(String name, List<String> texts) {
    if (texts.size() > Limits.FACTS) {
      throw new LawFault(new Place(name, 1, 1), "一次最多 " + Limits.FACTS + " 条事实，这里有 " + texts.size() + " 条",
          "按人分开读取");
    }
    List<Element> elements = new ArrayList<>(texts.size());
    for (String text : texts) {
      elements.add(JsonLine.parse(name, elements.size() + 1, text));
    }
    return FactList.read(elements);
  }

  /** What cannot be read back must not be written: a dossier with such a fact could never be opened again. */
  private static void check(Fact fact, String text) {
    Fields written = Fields.of(JsonLine.parse("", 1, text));
    LocalDate on = written.day("on");
    Fact whole = fact instanceof Corrected correction ? correction.as() : fact;
    boolean same = written.fact("id").equals(fact.id()) && !written.day("recorded").isBefore(on)
        && written.day("recorded").equals(fact.recorded()) && readBack(whole).equals(whole);
    if (!same) {
      throw new IllegalArgumentException("cannot be written: " + fact + " would read " + text);
    }
  }

  /** The fact as the reader makes it of its own words, whatever it is about. */
  private static Fact readBack(Fact fact) {
    Fields fields = Fields.of(JsonLine.parse("", 1, json(FactFields.of(fact))));
    FactShape shape = FactShape.of(fact.kind());
    fields.check(shape.required(), shape.optional());
    String person = fact instanceof DecisionFact decision ? decision.person().value() : "";
    Fields target = Fields.of(JsonLine.parse("", 1, json(Map.of("person", person))));
    Head head = fact.head();
    return new FactReader(_ -> new RawFact(FactKind.TERMINATED, head, target)).read(fact.kind(), head, fields);
  }

  private static String json(Map<String, @Nullable Object> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(json, fields);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Money money -> json.writeNumber(money.yuan());
      case List<?> list -> {
        json.writeStartArray();
        for (Object each : list) {
          write(json, each);
        }
        json.writeEndArray();
      }
      case Map<?, ?> map -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          json.writeFieldName(String.valueOf(entry.getKey()));
          write(json, entry.getValue());
        }
        json.writeEndObject();
      }
      case Object text -> json.writeString(text.toString());
    }
  }
}
