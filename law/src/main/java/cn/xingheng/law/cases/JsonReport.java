package cn.xingheng.law.cases;

import cn.xingheng.core.basics.Money;
import cn.xingheng.law.yaml.LawFault;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 「JSON 报告」 One object a case on one line:
 * {@code {"name","file","passed","failures":[{"index","expected","actual","why"}],"answers":[{"index","actual"}]}}.
 * A case that was run under another edition also has {@code "changed":[{"index","was","now"}]}.
 * Files that cannot be read and the sum go to {@code err}.
 */
public final class JsonReport implements CaseReport {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final PrintWriter out;
  private final PrintWriter err;

  /** Reports cases to {@code out}, everything else to {@code err}. */
  public JsonReport(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void refused(LawFault fault) {
    err.println(fault.getMessage());
    err.flush();
  }

  @Override
  public void ended(Totals totals) {
    out.flush();
    err.println(totals);
    err.flush();
  }

  @Override
  public void ran(CaseResult result, @Nullable CaseResult before) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("name", result.name());
      json.writeStringField("file", result.file());
      json.writeBooleanField("passed", result.passed());
      failures(json, result);
      answers(json, result);
      if (before != null) {
        changes(json, before, result);
      }
      json.writeEndObject();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    out.println(line);
  }

  private static void failures(JsonGenerator json, CaseResult result) throws IOException {
    json.writeArrayFieldStart("failures");
    for (CaseResult.Outcome outcome : result.outcomes()) {
      if (!outcome.passed()) {
        json.writeStartObject();
        json.writeNumberField("index", outcome.index());
        field(json, "expected", outcome.expected());
        field(json, "actual", outcome.asked());
        field(json, "why", outcome.why());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void answers(JsonGenerator json, CaseResult result) throws IOException {
    json.writeArrayFieldStart("answers");
    for (CaseResult.Outcome outcome : result.outcomes()) {
      json.writeStartObject();
      json.writeNumberField("index", outcome.index());
      field(json, "actual", outcome.asked());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void changes(JsonGenerator json, CaseResult before, CaseResult now) throws IOException {
    json.writeArrayFieldStart("changed");
    for (CaseChange change : CaseChange.between(before, now)) {
      json.writeStartObject();
      json.writeNumberField("index", change.index());
      field(json, "was", change.was());
      field(json, "now", change.now());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void field(JsonGenerator json, String name, @Nullable Object value) throws IOException {
    json.writeFieldName(name);
    value(json, value);
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      case Money money -> json.writeNumber(money.yuan());
      case Collection<?> many -> {
        json.writeStartArray();
        for (Object one : many) {
          value(json, one);
        }
        json.writeEndArray();
      }
      case Map<?, ?> fields -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : fields.entrySet()) {
          field(json, String.valueOf(entry.getKey()), entry.getValue());
        }
        json.writeEndObject();
      }
      case Object text -> json.writeString(text.toString());
    }
  }
}
