package cn.xingheng.law.cases;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Faults;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a case of one document. */
final class CaseShape {

  private static final List<String> OPTIONAL = List.of("cite", "readings", "calendar");

  private CaseShape() {}

  static Case read(Element document, CaseReader.Use use) {
    Fields fields = Fields.of(document);
    switch (use) {
      case RUN -> fields.check(List.of("case", "edition", "given", "expect"), OPTIONAL);
      case EXPLAIN, FACTS ->
          fields.check(List.of("edition", "given"), List.of("case", "expect", "cite", "readings", "calendar"));
    }
    Faults faults = new Faults();
    Supplier<String> name = faults.attempt(() -> name(fields));
    Supplier<List<EditionRef>> editions = faults.attempt(() -> fields.read("edition", CaseShape::editions));
    Supplier<List<String>> cite = faults.attempt(() -> cite(fields));
    Supplier<SequencedMap<String, Choice>> readings = faults.attempt(() -> readings(fields));
    @Nullable LocalDate[] until = new LocalDate[1];
    faults.attempt(() -> until[0] = until(fields));
    Supplier<List<Fact>> facts = faults.attempt(() -> fields.read("given", FactList::read));
    if (!faults.none() || use == CaseReader.Use.FACTS || !fields.has("expect")) {
      faults.throwAny();
      return made(fields, name, editions, cite, readings, until[0], facts, List.of());
    }
    Set<FactId> ids = facts.get().stream().map(Fact::id).collect(Collectors.toSet());
    List<Expectation> expectations = fields.read("expect", new ExpectationReader(ids)::read);
    return made(fields, name, editions, cite, readings, until[0], facts, expectations);
  }

  private static Case made(
      Fields fields, Supplier<String> name, Supplier<List<EditionRef>> editions, Supplier<List<String>> cite,
      Supplier<SequencedMap<String, Choice>> readings, @Nullable LocalDate until, Supplier<List<Fact>> facts,
      List<Expectation> expectations) {
    return new Case(name.get(), editions.get(), cite.get(), readings.get(), until, facts.get(), expectations,
        fields.place().file(), fields.line());
  }

  private static String name(Fields fields) {
    if (!fields.has("case")) {
      return fields.place().file() + ":" + fields.line();
    }
    return fields.read("case", element -> Words.text(element, Limits.NAME));
  }

  private static List<EditionRef> editions(Element edition) {
    if (!edition.isList()) {
      return List.of(new EditionRef(Words.text(edition, Limits.NAME), null, edition.place()));
    }
    List<EditionRef> refs = edition.listOfSome().stream().map(CaseShape::dated).toList();
    for (int i = 1; i < refs.size(); i++) {
      LocalDate before = refs.get(i - 1).from();
      LocalDate from = refs.get(i).from();
      if (before != null && from != null && !from.isAfter(before)) {
        throw edition.refuse("各版本应当按启用日先后排列：" + before + " 之后是 " + from, "换一下次序，或年份写错了");
      }
    }
    return refs;
  }

  private static EditionRef dated(Element element) {
    Fields fields = Fields.of(element);
    fields.check(List.of("edition", "from"), List.of());
    String name = fields.read("edition", each -> Words.text(each, Limits.NAME));
    return new EditionRef(name, fields.day("from"), element.place());
  }

  private static List<String> cite(Fields fields) {
    if (!fields.has("cite")) {
      return List.of();
    }
    Element cite = fields.get("cite");
    List<Element> all = cite.isList() ? cite.listOfSome() : List.of(cite);
    return all.stream().map(each -> Words.text(each, Limits.NAME)).toList();
  }

  private static SequencedMap<String, Choice> readings(Fields fields) {
    SequencedMap<String, Choice> readings = new LinkedHashMap<>();
    if (fields.has("readings")) {
      Fields chosen = fields.read("readings", Fields::of);
      for (String key : chosen.keys()) {
        readings.put(key, new Choice(chosen.text(key), chosen.keyPlace(key)));
      }
    }
    return readings;
  }

  private static @Nullable LocalDate until(Fields fields) {
    if (!fields.has("calendar")) {
      return null;
    }
    Fields calendar = fields.read("calendar", Fields::of);
    calendar.check(List.of("until"), List.of());
    return calendar.day("until");
  }
}
