package cn.xingheng.law.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * 「覆盖表」 For each point of the law how many cases turn on it.
 *
 * <p>A point is {@code group / kind / name}; the group is an edition, or all of them.
 */
public final class CoverageTable {

  private final SequencedMap<String, SequencedMap<String, SequencedMap<String, Integer>>> counts =
      new LinkedHashMap<>();

  /** A point that is to be covered. */
  void expect(String group, String kind, String name) {
    names(group, kind).putIfAbsent(name, 0);
  }

  /** One more case turns on the point; a point that nobody expects is passed over. */
  void count(String group, String kind, String name) {
    names(group, kind).computeIfPresent(name, (_, count) -> count + 1);
  }

  /** How many cases turn on the point; 0 also when it is not expected. */
  public int of(String group, String kind, String name) {
    return names(group, kind).getOrDefault(name, 0);
  }

  /** The points on which no case turns. */
  public List<String> empty() {
    List<String> empty = new ArrayList<>();
    counts.forEach((group, kinds) -> kinds.forEach((kind, names) -> names.forEach((name, count) -> {
      if (count == 0) {
        empty.add(group + " / " + kind + " / " + name);
      }
    })));
    return empty;
  }

  /** The table as lines to print: a line for each kind, then every point with its number. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach((group, kinds) -> {
      lines.add(group);
      kinds.forEach((kind, names) -> {
        long covered = names.values().stream().filter(count -> count > 0).count();
        lines.add("  " + kind + "：" + covered + "/" + names.size());
        names.forEach((name, count) -> lines.add(String.format("    %5d  %s", count, name)));
      });
    });
    return lines;
  }

  private SequencedMap<String, Integer> names(String group, String kind) {
    return counts.computeIfAbsent(group, _ -> new LinkedHashMap<>()).computeIfAbsent(kind, _ -> new LinkedHashMap<>());
  }
}
