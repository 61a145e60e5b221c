package cn.xingheng.law.editions;

import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** What is different between two editions, place by place; comments, order and the manner of writing do not count. */
public final class Differences {

  private record Value(String value, String articles) {}

  private final SequencedMap<String, Value> values = new LinkedHashMap<>();

  private Differences() {}

  /**
   * The differences in the order of the first edition, then what only the second has.
   *
   * @throws LawFault when one of them is faulty
   */
  public static List<Change> between(Source one, Source other) {
    SequencedMap<String, Value> before = valid(one);
    SequencedMap<String, Value> after = valid(other);
    Set<String> paths = new LinkedHashSet<>(before.keySet());
    paths.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String path : paths) {
      Value old = before.get(path);
      Value now = after.get(path);
      if (old == null && now != null) {
        changes.add(new Change(path, null, now.value(), now.articles()));
      } else if (old != null && now == null) {
        changes.add(new Change(path, old.value(), null, old.articles()));
      } else if (old != null && now != null && !Objects.equals(old.value(), now.value())) {
        changes.add(new Change(path, old.value(), now.value(), now.articles()));
      }
    }
    return List.copyOf(changes);
  }

  private static SequencedMap<String, Value> valid(Source source) {
    EditionReader.read(source);
    Differences flat = new Differences();
    flat.walk(source.document(), "", "");
    return flat.values;
  }

  private void walk(Element element, String path, String articles) {
    if (!element.isMapping()) {
      values.put(path, new Value(element.isList() ? joined(element) : element.letters(), articles));
      return;
    }
    Entries entries = element.entries();
    String own = entries.find("cite").map(Differences::joined).orElse(articles);
    for (String key : entries.keys()) {
      walk(entries.get(key), path.isEmpty() ? key : path + "/" + key, own);
    }
  }

  private static String joined(Element list) {
    return list.list().stream().map(Element::letters).collect(Collectors.joining("、", "[", "]"));
  }
}
