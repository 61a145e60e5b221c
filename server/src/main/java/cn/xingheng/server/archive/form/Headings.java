package cn.xingheng.server.archive.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the columns of the form stand in a file.
 *
 * @param places the index of each column that was recognised
 * @param ignored further headings
 * @param twice columns that are there more than once
 * @param held the row after the heading, when it had to be looked at and is no heading itself
 */
record Headings(
    Map<FormColumn, Integer> places, List<String> ignored, List<FormColumn> twice, Optional<RowSource.Row> held) {

  /** The heading of the column that {@link ArchiveForm} adds to rows that were not taken. */
  static final String REASON = "未导入的原因";

  /** So many headings in one row are no accident. */
  private static final int ENOUGH = 5;

  /** The heading stands among the first rows or nowhere. */
  private static final int ROWS_LOOKED_AT = 60;

  private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)?|\\[[^\\]]*\\]?");
  private static final Pattern SIGNS = Pattern.compile("[*:★、,.]");
  private static final Map<String, FormColumn> KNOWN = known();

  /** Reads up to the heading row, and past it when a second row completes it. */
  static Optional<Headings> find(RowSource source) throws IOException, FileRefused {
    for (int i = 0; i < ROWS_LOOKED_AT; i++) {
      Optional<RowSource.Row> row = source.next();
      if (row.isEmpty()) {
        return Optional.empty();
      }
      Headings first = of(row.get());
      if (first.places.size() >= ENOUGH) {
        return Optional.of(first.missing().isEmpty() ? first : first.completed(row.get(), source.next()));
      }
    }
    return Optional.empty();
  }

  /** The columns that a file must have and this one has not; the running number is no loss. */
  List<FormColumn> missing() {
    return FormColumn.ALL.stream()
        .filter(column -> column != FormColumn.NUMBER && !places.containsKey(column)).toList();
  }

  /** Refuses a heading row that is not whole, naming the columns. */
  Headings complete() throws FileRefused {
    if (!missing().isEmpty()) {
      throw new FileRefused(FormProblem.HEADING_MISSING, named(missing()));
    }
    if (!twice.isEmpty()) {
      throw new FileRefused(FormProblem.HEADING_TWICE, named(twice));
    }
    return this;
  }

  /** The cells of the form's columns, in the order of the form. */
  List<FoundCell> cells(RowSource.Row row) {
    List<FoundCell> cells = new ArrayList<>(FormColumn.ALL.size());
    for (FormColumn column : FormColumn.ALL) {
      Integer place = places.get(column);
      cells.add(place == null ? FoundCell.BLANK : row.cell(place));
    }
    return cells;
  }

  /** Whether a row is the heading again, as it stands on every page of a long table. */
  boolean repeatedIn(RowSource.Row row) {
    Integer name = places.get(FormColumn.NAME);
    return name != null
        && KNOWN.get(key(row.cell(name).text())) == FormColumn.NAME
        && of(row).places.size() >= ENOUGH;
  }

  private static Headings of(RowSource.Row row) {
    Map<FormColumn, Integer> places = new EnumMap<>(FormColumn.class);
    List<String> ignored = new ArrayList<>();
    List<FormColumn> twice = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String text = row.cell(i).text();
      FormColumn column = KNOWN.get(key(text));
      if (column != null && places.putIfAbsent(column, i) != null) {
        twice.add(column);
      } else if (column == null && !key(text).isEmpty() && !key(text).equals(REASON)) {
        ignored.add(Looks.joined(Looks.tidy(text)));
      }
    }
    return new Headings(places, ignored, twice, Optional.empty());
  }

  /** A heading of two rows, where a wide cell of the first stands over several of the second. */
  private Headings completed(RowSource.Row row, Optional<RowSource.Row> next) {
    if (next.isEmpty()) {
      return this;
    }
    Headings below = of(next.get());
    if (below.places.keySet().stream().noneMatch(column -> !places.containsKey(column))) {
      return new Headings(places, ignored, twice, next);
    }
    Map<FormColumn, Integer> both = new EnumMap<>(places);
    below.places.forEach(both::putIfAbsent);
    List<String> others = ignored.stream().filter(text -> !over(row, text, below)).toList();
    return new Headings(both, others, twice, Optional.empty());
  }

  /** Whether a text of the upper row stands in a column that the lower row names. */
  private static boolean over(RowSource.Row row, String text, Headings below) {
    return below.places.values().stream().anyMatch(i -> Looks.joined(Looks.tidy(row.cell(i).text())).equals(text));
  }

  private static String key(String text) {
    String bare = IN_BRACKETS.matcher(Looks.squeezed(text).replace('【', '[').replace('】', ']')).replaceAll("");
    return SIGNS.matcher(bare).replaceAll("");
  }

  private static String named(List<FormColumn> columns) {
    return columns.stream().map(FormColumn::heading).collect(Collectors.joining("、"));
  }

  private static Map<String, FormColumn> known() {
    Map<String, FormColumn> known = new HashMap<>();
    for (FormColumn column : FormColumn.ALL) {
      for (String name : column.names()) {
        FormColumn other = known.put(key(name), column);
        if (other != null) {
          throw new IllegalStateException(name + " would be " + column + " and " + other);
        }
      }
    }
    return Map.copyOf(known);
  }
}
