package cn.xingheng.bench.day;

import cn.xingheng.bench.Disagreement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** 「夜里对账」 Holds the hospital's book against what the server has: line by line, and sum by sum, to the fen. */
final class Night {
  private static final int SHOWN = 10;
  private final SortedMap<String, Book.End> book;

  Night(SortedMap<String, Book.End> book) {
    this.book = book;
  }

  /** Lines and fen under one name. */
  record Sum(long lines, long fen) {
    static final Sum NONE = new Sum(0, 0);

    Sum plus(Sum other) {
      return new Sum(lines + other.lines, fen + other.fen);
    }

    Sum minus(Sum other) {
      return new Sum(lines - other.lines, fen - other.fen);
    }
  }

  /** By state and verdict, as the server's totals tell them. */
  SortedMap<String, Sum> byVerdict() {
    return sums(book, end -> end.state() + " " + end.verdict());
  }

  /** Compares with the totals that the hospital may ask for. */
  void totals(SortedMap<String, Sum> server) {
    differ("totals by state and verdict", byVerdict(), server);
  }

  /** Compares with every line as the agency sees it, and with what they come to. */
  void lines(SortedMap<String, Book.End> server) {
    differ("lines", book, server);
    differ("sums by state, verdict and cause", sums(book, Night::cause), sums(server, Night::cause));
    differ("sums by physician", sums(book, Book.End::physician), sums(server, Book.End::physician));
  }

  private static String cause(Book.End end) {
    return end.state() + " | " + end.verdict() + " | " + (end.because().isEmpty() ? "—" : end.because());
  }

  private static SortedMap<String, Sum> sums(SortedMap<String, Book.End> lines, Function<Book.End, String> name) {
    SortedMap<String, Sum> sums = new TreeMap<>();
    lines.values().forEach(end -> sums.merge(name.apply(end), new Sum(1, end.fen()), Sum::plus));
    return sums;
  }

  private static <T> void differ(String what, Map<String, T> ours, Map<String, T> theirs) {
    TreeSet<String> names = new TreeSet<>(ours.keySet());
    names.addAll(theirs.keySet());
    List<String> differing = new ArrayList<>();
    for (String name : names) {
      if (!Objects.equals(ours.get(name), theirs.get(name))) {
        differing.add("  " + name + "\n    hospital " + ours.get(name) + "\n    server   " + theirs.get(name));
      }
    }
    if (!differing.isEmpty()) {
      throw new Disagreement(
          differing.size() + " of " + names.size() + " " + what + " differ:\n"
              + String.join("\n", differing.subList(0, Math.min(SHOWN, differing.size()))));
    }
  }

  /** What the lines came to, as rows. */
  String text() {
    StringBuilder rows = new StringBuilder("""
        | state | verdict | cause | lines | yuan |
        | --- | --- | --- | ---: | ---: |
        """);
    sums(book, Night::cause).forEach(
        (name, sum) ->
            rows.append(String.format(Locale.ROOT, "| %s | %,d | %,.2f |%n", name, sum.lines,
                BigDecimal.valueOf(sum.fen, 2))));
    return rows.toString();
  }

  int lines() {
    return book.size();
  }

  /** How many physicians the lines name, staff numbers turned into codes. */
  int physicians() {
    return sums(book, Book.End::physician).size();
  }
}
