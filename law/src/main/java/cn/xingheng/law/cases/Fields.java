package cn.xingheng.law.cases;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.PersonId;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.Fault;
import cn.xingheng.law.yaml.Faults;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Near;
import cn.xingheng.law.yaml.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one fact or expectation, with the places to blame. */
final class Fields {

  private final Place place;
  private final Entries entries;
  private final Map<String, Change> changes;

  /** A value that a correction has put in the place of another, or null for none, and where its key stands. */
  private record Change(@Nullable Element value, Place key) {}

  private Fields(Place place, Entries entries, Map<String, Change> changes) {
    this.place = place;
    this.entries = entries;
    this.changes = changes;
  }

  static Fields of(Element element) {
    return new Fields(element.place(), element.entries(), Map.of());
  }

  /** These fields, some of them replaced, added or, by the word {@code null}, left out, at the place of the change. */
  Fields changedBy(Fields change, Function<String, Optional<String>> newName) {
    Map<String, Change> merged = new LinkedHashMap<>(changes);
    for (String key : change.keys()) {
      Element value = change.get(key);
      Change made = new Change(value.isNull() ? null : value, change.keyPlace(key));
      newName.apply(key).ifPresent(name -> merged.put(name, made));
    }
    return new Fields(change.place, entries, merged);
  }

  Place place() {
    return place;
  }

  int line() {
    return place.line();
  }

  Set<String> keys() {
    if (changes.isEmpty()) {
      return entries.keys();
    }
    Set<String> keys = new LinkedHashSet<>(entries.keys());
    changes.forEach((key, change) -> {
      if (change.value() == null) {
        keys.remove(key);
      } else {
        keys.add(key);
      }
    });
    return keys;
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  Place keyPlace(String key) {
    Change change = changes.get(key);
    if (change != null) {
      return change.key();
    }
    return entries.has(key) ? entries.keyPlace(key) : place;
  }

  LawFault refuse(String wrong, String maybe) {
    return new LawFault(place, wrong, maybe);
  }

  LawFault refuse(String key, String wrong, String maybe) {
    return new LawFault(keyPlace(key), wrong, maybe);
  }

  /** Refuses missing and unknown keys, all at once. */
  void check(Collection<String> required, Collection<String> optional) {
    Set<String> keys = keys();
    if (keys.containsAll(required) && keys.stream().allMatch(key -> required.contains(key) || optional.contains(key))) {
      return;
    }
    List<String> missing = required.stream().filter(key -> !keys.contains(key)).toList();
    List<String> all = new ArrayList<>(required);
    all.addAll(optional);
    Faults faults = new Faults();
    for (String key : keys) {
      if (!all.contains(key)) {
        String hint = Near.find(key, missing).map(near -> "你想写的是 `" + near + "`").orElseGet(() -> Near.hint(key, all));
        faults.add(new Fault(keyPlace(key), "不认识的字段 `" + key + "`", hint));
      }
    }
    missing.forEach(key -> faults.add(new Fault(place, "缺少字段 `" + key + "`", "在这里补上 `" + key + ":`")));
    faults.throwAny();
  }

  Optional<Element> find(String key) {
    Change change = changes.get(key);
    return change == null ? entries.find(key) : Optional.ofNullable(change.value());
  }

  Element get(String key) {
    return find(key).orElseThrow(() -> refuse("缺少字段 `" + key + "`", "在这里补上 `" + key + ":`"));
  }

  /** Reads one field; a fault of the value itself names the field. */
  <T> T read(String key, Function<Element, T> read) {
    Element element = get(key);
    try {
      return read.apply(element);
    } catch (LawFault refusal) {
      throw new LawFault(refusal.faults().stream()
          .map(fault -> fault.place().equals(element.place())
              ? new Fault(fault.place(), "`" + key + "`：" + fault.wrong(), fault.maybe())
              : fault)
          .toList());
    }
  }

  /** One word of a closed list. */
  String word(String key, Collection<String> known) {
    return read(key, element -> Words.word(element, known));
  }

  String text(String key) {
    return read(key, element -> Words.text(element, Limits.TEXT));
  }

  @Nullable String textOrNull(String key) {
    return has(key) ? text(key) : null;
  }

  String id(String key) {
    return read(key, element -> Words.text(element, Limits.ID));
  }

  PersonId person(String key) {
    return new PersonId(id(key));
  }

  InstitutionId institution(String key) {
    return new InstitutionId(id(key));
  }

  @Nullable InstitutionId institutionOrNull(String key) {
    return has(key) ? institution(key) : null;
  }

  FactId fact(String key) {
    return new FactId(id(key));
  }

  @Nullable FactId factOrNull(String key) {
    return has(key) ? fact(key) : null;
  }

  LocalDate day(String key) {
    return read(key, Days::day);
  }

  LocalDate day(String key, LocalDate otherwise) {
    return has(key) ? day(key) : otherwise;
  }

  @Nullable LocalDate dayOrNull(String key) {
    return has(key) ? day(key) : null;
  }

  int number(String key, int least, int most) {
    return read(key, element -> Words.number(element, least, most));
  }

  int number(String key, int least, int most, int otherwise) {
    return has(key) ? number(key, least, most) : otherwise;
  }

  @Nullable Integer numberOrNull(String key, int least, int most) {
    return has(key) ? (Integer) number(key, least, most) : null;
  }

  boolean truth(String key) {
    return read(key, Element::truth);
  }

  boolean truth(String key, boolean otherwise) {
    return has(key) ? truth(key) : otherwise;
  }

  Money money(String key) {
    return read(key, Words::money);
  }

  /** Refuses a last day before the first. */
  void inOrder(String key, @Nullable LocalDate from, @Nullable LocalDate through) {
    if (from != null && through != null && through.isBefore(from)) {
      throw refuse(key, "`" + key + "`：末日 " + through + " 早于首日 " + from, "两个日期写反了");
    }
  }
}
