package cn.xingheng.server.archive.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares the rows of a file with each other: what contradicts is refused on both sides, naming the other. */
final class Comparison {

  private static final int NAMED = 5;

  private final List<Judged> rows;
  private final Map<Integer, List<FormFault>> faults = new LinkedHashMap<>();

  private Comparison(List<Judged> rows) {
    this.rows = rows;
  }

  /** The lines of the file, each with what was wrong with it alone and what is wrong among them. */
  static List<FormLine> lines(List<Judged> rows) {
    Comparison comparison = new Comparison(rows);
    comparison.identities();
    comparison.codes();
    return rows.stream().map(comparison::line).toList();
  }

  private void identities() {
    for (List<Judged> same : groups(rows, Judged::identity)) {
      for (List<Judged> twice : groups(same, row -> Looks.squeezed(row.institution()))) {
        note(twice, FormColumn.IDENTITY, FormProblem.DUPLICATE);
      }
      List<Judged> named = same.stream().filter(row -> !row.name().isEmpty()).toList();
      if (named.stream().map(Judged::name).distinct().count() > 1) {
        note(named, FormColumn.NAME, FormProblem.NAMES_DIFFER);
      }
    }
  }

  private void codes() {
    List<Judged> identified = rows.stream().filter(row -> !row.identity().isEmpty()).toList();
    for (List<Judged> same : groups(identified, Judged::code)) {
      if (same.stream().map(Judged::identity).distinct().count() > 1) {
        note(same, FormColumn.CODE, FormProblem.CODE_SHARED);
      }
    }
  }

  /** Rows of the same key, where there are several; rows without a key are in no group. */
  private static List<List<Judged>> groups(List<Judged> rows, Function<Judged, String> key) {
    Predicate<Judged> keyed = row -> !key.apply(row).isEmpty();
    Map<String, List<Judged>> groups = rows.stream().filter(keyed)
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  private void note(List<Judged> group, FormColumn column, FormProblem problem) {
    for (Judged row : group) {
      List<String> others = group.stream().filter(other -> other.number() != row.number())
          .limit(NAMED + 1L).map(other -> Integer.toString(other.number())).toList();
      String named = others.stream().limit(NAMED).collect(Collectors.joining("、"))
          + (others.size() > NAMED ? "…" : "");
      String found = Looks.tidy(row.raw().get(column.index()));
      faults.computeIfAbsent(row.number(), number -> new ArrayList<>())
          .add(new FormFault(problem, column, found, List.of(named)));
    }
  }

  private FormLine line(Judged judged) {
    List<FormFault> among = faults.getOrDefault(judged.number(), List.of());
    if (among.isEmpty() && judged.row().isPresent()) {
      return new FormLine.Understood(judged.number(), judged.raw(), judged.row().get());
    }
    List<FormFault> all = new ArrayList<>(judged.faults());
    all.addAll(among);
    return new FormLine.Faulty(judged.number(), judged.raw(), all);
  }
}
