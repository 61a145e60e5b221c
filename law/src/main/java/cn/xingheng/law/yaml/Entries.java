package cn.xingheng.law.yaml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The entries of a mapping: a text key, once each, and its value; in the order of the file. */
public final class Entries {

  private final Element element;
  private final Map<String, Element> values = new LinkedHashMap<>();
  private final Map<String, Place> keys = new LinkedHashMap<>();

  private Entries(Element element) {
    this.element = element;
  }

  /** The entries of a mapping with any keys; a key that stands twice is refused. */
  static Entries of(Element element, Source source, MappingNode node) {
    Entries entries = new Entries(element);
    Faults faults = new Faults();
    for (NodeTuple tuple : node.getValue()) {
      Place place = source.placeOf(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
        faults.add(new Fault(place, "键应当是一个词", "少了冒号，或多了括号"));
        continue;
      }
      String key = scalar.getValue();
      Place value = source.placeOf(tuple.getValueNode());
      Place shown = value.line() == place.line() ? value : place;
      if (entries.keys.putIfAbsent(key, place) != null) {
        faults.add(new Fault(place, "键 `" + key + "` 写了两次，前一次在第 " + entries.keyPlace(key).line() + " 行",
            "删去其中一个"));
      } else {
        entries.values.put(key, new Element(source, tuple.getValueNode(), shown));
      }
    }
    faults.throwAny();
    return entries;
  }

  /** These entries, when every required key is there and no other key than the required and the optional. */
  Entries only(List<String> required, Collection<String> optional) {
    Faults faults = new Faults();
    List<String> missing = required.stream().filter(key -> !values.containsKey(key)).toList();
    for (String key : keys()) {
      if (!required.contains(key) && !optional.contains(key)) {
        faults.add(new Fault(keyPlace(key), "不认识的键 `" + key + "`", hint(key, missing, required, optional)));
      }
    }
    for (String key : missing) {
      faults.add(new Fault(element.place(), "缺少键 `" + key + "`", "在这里补上 `" + key + ":`"));
    }
    faults.throwAny();
    return this;
  }

  private static String hint(String key, List<String> missing, List<String> required, Collection<String> optional) {
    Optional<String> near = Near.find(key, missing);
    if (near.isPresent()) {
      return "你想写的是 `" + near.get() + "`";
    }
    return Near.hint(key, java.util.stream.Stream.concat(required.stream(), optional.stream()).toList());
  }

  /** Where the mapping stands. */
  public Place place() {
    return element.place();
  }

  /** The keys in the order of the file. */
  public Set<String> keys() {
    return keys.keySet();
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** Where a key that is there stands. */
  public Place keyPlace(String key) {
    Place place = keys.get(key);
    if (place == null) {
      throw new IllegalArgumentException("no key " + key);
    }
    return place;
  }

  /** The value of a key, or empty when the key is not there. */
  public Optional<Element> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /**
   * The value of a key on which the other keys depend; refused when it is not there, naming a key that comes near.
   */
  public Element lead(String key) {
    return find(key).orElseThrow(() -> {
      Faults faults = new Faults();
      faults.add(element.fault("缺少键 `" + key + "`", "在这里补上 `" + key + ":`"));
      Near.find(key, keys()).ifPresent(near ->
          faults.add(new Fault(keyPlace(near), "不认识的键 `" + near + "`", "你想写的是 `" + key + "`")));
      return faults.refusal();
    });
  }

  /** The value of a key; refused when the key is not there. */
  public Element get(String key) {
    return find(key)
        .orElseThrow(() -> element.refuse("缺少键 `" + key + "`", "在这里补上 `" + key + ":`"));
  }
}
