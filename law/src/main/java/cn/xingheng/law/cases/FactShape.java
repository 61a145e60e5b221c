package cn.xingheng.law.cases;

import static java.util.Map.entry;

import cn.xingheng.core.facts.FactKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields a kind of fact must have and may have, besides {@code what}, {@code on}, {@code id} and
 * {@code recorded}.
 */
record FactShape(List<String> required, List<String> optional) {

  private static final Map<FactKind, String> FIELDS = Map.ofEntries(
      entry(FactKind.INSTITUTION, "institution | region level from through physicians"),
      entry(FactKind.SIGNED, "person at | from through renews"),
      entry(FactKind.LEFT, "person at |"),
      entry(FactKind.RELEASED, "person at by | served"),
      entry(FactKind.VISITING, "person home at through | from"),
      entry(FactKind.DEDUCTED,
          "person at item act | times incident decision served loss-yuan degree shift points inspection"),
      entry(FactKind.SUSPENDED, "person months | served from by ground"),
      entry(FactKind.TERMINATED, "person | served from bar-years fraud by ground"),
      entry(FactKind.BAR_EXTENDED, "of bar-years | fraud served"),
      entry(FactKind.DEFERRED, "of through |"),
      entry(FactKind.NOT_SUSPENDED, "person because |"),
      entry(FactKind.WITHDRAWN, "of |"),
      entry(FactKind.CORRECTED, "of |"),
      entry(FactKind.OBJECTED, "of | received"),
      entry(FactKind.OBJECTION_ANSWERED, "of upheld |"),
      entry(FactKind.RESUMPTION_ASKED, "person | received of"),
      entry(FactKind.RESUMPTION_ANSWERED, "person granted | served of"),
      entry(FactKind.REAPPLIED, "person at | received"),
      entry(FactKind.REAPPLIED_ANSWERED, "person granted |"),
      entry(FactKind.DECLARED, "person at round | special"),
      entry(FactKind.MEASURE, "person kind | from through at sanction"),
      entry(FactKind.MEASURE_LIFTED, "person kind | from at"),
      entry(FactKind.INSTITUTION_SUSPENDED, "institution | from through responsible"),
      entry(FactKind.INSTITUTION_RESTORED, "institution | from"),
      entry(FactKind.INSTITUTION_ENDED, "institution | from responsible"),
      entry(FactKind.INTERVIEWED, "person | of"),
      entry(FactKind.NOTIFIED, "| person institution of duty"),
      entry(FactKind.GRADED, "person year grade |"),
      entry(FactKind.HONOURED, "person |"),
      entry(FactKind.PENALTY, "institution yuan |"),
      entry(FactKind.REWARD, "yuan |"),
      entry(FactKind.COMMITTED, "person at |"),
      entry(FactKind.REPAIRED, "person points |"),
      entry(FactKind.NOT_SCORED, "person because |"),
      entry(FactKind.STATED, "person at status source | points last category description"),
      entry(FactKind.STATEMENT_SETTLED, "of | by because"));

  private static final Map<FactKind, FactShape> SHAPES = shapes();

  FactShape {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }

  static FactShape of(FactKind kind) {
    FactShape shape = SHAPES.get(kind);
    if (shape == null) {
      throw new IllegalArgumentException("no shape for facts " + kind.word());
    }
    return shape;
  }

  /** Whether a correction may change this field of the kind. */
  boolean holds(String field) {
    return required.contains(field) || optional.contains(field);
  }

  private static Map<FactKind, FactShape> shapes() {
    Map<FactKind, FactShape> shapes = new EnumMap<>(FactKind.class);
    FIELDS.forEach((kind, fields) -> {
      int bar = fields.indexOf('|');
      List<String> required = new ArrayList<>(List.of("what", "on"));
      required.addAll(words(fields.substring(0, bar)));
      List<String> optional = new ArrayList<>(List.of("id", "recorded"));
      optional.addAll(words(fields.substring(bar + 1)));
      shapes.put(kind, new FactShape(required, optional));
    });
    return shapes;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
  }
}
