package cn.xingheng.law.cases;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.facts.FactKind;
import cn.xingheng.law.yaml.Element;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The id of a fact that the file gives none: kind, day and whom it is about, with a digest of whatever else it says,
 * such as {@code signed:2026-01-01:zhang@h1} or {@code penalty:2026-01-01:h1~3f0a91c2}.
 *
 * <p>It depends on the fact alone, never on its place; only facts that say the same in every field are counted.
 */
final class MadeId {

  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final List<String> NAMED = List.of("what", "on", "person", "institution", "at", "of");

  private MadeId() {}

  /** The id; {@code take} says whether a name was still free, and takes it. */
  static FactId of(FactKind kind, LocalDate on, Fields fields, Predicate<FactId> take) {
    StringBuilder name = new StringBuilder(kind.word()).append(':').append(on);
    subject(fields, name);
    String rest = rest(fields);
    if (!rest.isEmpty()) {
      name.append('~').append(String.format("%08x", digest(rest)));
    }
    FactId id = new FactId(name.toString());
    for (int count = 2; !take.test(id); count++) {
      id = new FactId(name + "." + count);
    }
    return id;
  }

  private static void subject(Fields fields, StringBuilder name) {
    for (String key : List.of("person", "institution", "of")) {
      fields.find(key).filter(Element::isText).ifPresent(value -> name.append(':').append(value.letters()));
    }
    fields.find("at").filter(Element::isText).ifPresent(value -> name.append('@').append(value.letters()));
  }

  /** What the name does not say yet, in the order of keys. */
  private static String rest(Fields fields) {
    TreeMap<String, String> rest = new TreeMap<>();
    for (String key : fields.keys()) {
      if (!NAMED.contains(key) || !fields.get(key).isText() || !fields.get(key).letters().equals(shown(fields, key))) {
        rest.put(key, canonical(fields.get(key)));
      }
    }
    return rest.isEmpty() ? "" : rest.toString();
  }

  /** How the name shows a field: as it is written, except a time on the day, which it cuts to the day. */
  private static String shown(Fields fields, String key) {
    return key.equals("on") ? Days.dayOrTime(fields.get(key)).toString() : fields.get(key).letters();
  }

  private static String canonical(Element value) {
    if (value.isList()) {
      return value.list().stream().map(MadeId::canonical).toList().toString();
    }
    if (!value.isMapping()) {
      return (value.isText() ? "" : "!") + value.letters();
    }
    TreeMap<String, String> entries = new TreeMap<>();
    Fields inner = Fields.of(value);
    inner.keys().forEach(key -> entries.put(key, canonical(inner.get(key))));
    return entries.toString();
  }

  /** FNV-1a, folded to 32 bits. */
  private static int digest(String text) {
    long hash = FNV_START;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return (int) (hash ^ hash >>> 32);
  }
}
