package cn.xingheng.law.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows of the table of expectations: what each must name, may name, and can assert. */
enum Row {
  CLAIM("claim", "", "verdict because"),
  CHANGED("changed known", "", "spans"),
  TAKEN("", "", "refused accepted held because"),
  SPAN("sanction", "", "from through void"),
  RESUME_WINDOW("sanction", "", "resume-window"),
  EARLIEST_EFFECT("sanction", "", "earliest-effect"),
  OBJECTION("of", "", "objection-through"),
  ANSWER("", "of person", "answer-by"),
  BAR("person", "", "may-apply-from apply-window"),
  INSTITUTION("institution on", "", "points ended-share tier due not-due"),
  HONOUR("person on", "", "honour through"),
  FUND("on", "", "ceiling-yuan left-yuan"),
  STATE("person on", "at year", "points remaining term-points standing because due not-due");

  private final List<String> required;
  private final List<String> optional;
  private final List<String> wants;

  Row(String required, String optional, String wants) {
    this.required = words(required);
    this.optional = words(optional);
    this.wants = words(wants);
  }

  List<String> required() {
    return required;
  }

  List<String> optional() {
    return optional;
  }

  List<String> wants() {
    return wants;
  }

  /** Every key that any row knows. */
  static Set<String> allKeys() {
    Set<String> all = new LinkedHashSet<>(List.of("known"));
    for (Row row : values()) {
      all.addAll(row.required);
      all.addAll(row.optional);
      all.addAll(row.wants);
    }
    return all;
  }

  /** The rows that these keys ask of; several when one entry asserts what stands in several rows. */
  static List<Row> of(Set<String> keys) {
    for (Row alone : List.of(CLAIM, CHANGED)) {
      if (keys.contains(alone.required.getFirst())) {
        return List.of(alone);
      }
    }
    if (keys.contains("refused") || keys.contains("accepted") || keys.contains("held")) {
      return List.of(TAKEN);
    }
    List<Row> rows = new ArrayList<>();
    for (Row row : candidates(keys)) {
      if (row.wants.stream().anyMatch(keys::contains)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<Row> candidates(Set<String> keys) {
    if (keys.contains("sanction")) {
      return List.of(SPAN, RESUME_WINDOW, EARLIEST_EFFECT);
    }
    if (keys.contains("institution")) {
      return List.of(INSTITUTION);
    }
    if (keys.contains("honour")) {
      return List.of(HONOUR, STATE);
    }
    if (keys.contains("ceiling-yuan") || keys.contains("left-yuan")) {
      return List.of(FUND);
    }
    return List.of(OBJECTION, ANSWER, BAR, STATE);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
  }
}
