package cn.xingheng.server.claims;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which code: immutable, and cheap to have again with a few of them changed, as the many parts that did not
 * change are shared.
 */
final class Codes {
  /** So many codes in one part, about: a part is copied when one of its codes changes. */
  private static final int IN_A_PART = 128;

  private final Map<String, Timeline>[] parts;
  private final int size;

  private Codes(Map<String, Timeline>[] parts, int size) {
    this.parts = parts;
    this.size = size;
  }

  /** These codes. */
  static Codes of(Map<String, Timeline> all) {
    int wanted = Math.max(1, all.size() / IN_A_PART);
    Map<String, Timeline>[] parts = parts(Integer.highestOneBit(wanted) * 2);
    all.forEach((code, holder) -> parts[part(code, parts.length)].put(code, holder));
    return new Codes(parts, all.size());
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type has no other way
  private static Map<String, Timeline>[] parts(int count) {
    Map<String, Timeline>[] parts = new Map[count];
    Arrays.setAll(parts, at -> new HashMap<>());
    return parts;
  }

  private static int part(String code, int parts) {
    int hash = code.hashCode() * 0x9E3779B9;
    return (hash ^ hash >>> 16) & (parts - 1);
  }

  /** The holder of a code, or null when nobody ever held it. */
  @Nullable Timeline find(String code) {
    return parts[part(code, parts.length)].get(code);
  }

  /** Goes through all of them, in no order. */
  void forEach(BiConsumer<String, Timeline> each) {
    for (Map<String, Timeline> part : parts) {
      part.forEach(each);
    }
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** These codes, with some added or changed. */
  Codes with(Map<String, Timeline> changed) {
    if (changed.size() + size > 2 * IN_A_PART * parts.length) {
      Map<String, Timeline> all = new HashMap<>(2 * (size + changed.size()));
      Arrays.stream(parts).forEach(all::putAll);
      all.putAll(changed);
      return of(all);
    }
    Map<String, Timeline>[] next = parts.clone();
    BitSet own = new BitSet(next.length);
    int[] count = {size};
    changed.forEach(
        (code, holder) -> {
          int at = part(code, next.length);
          if (!own.get(at)) {
            next[at] = new HashMap<>(parts[at]);
            own.set(at);
          }
          if (next[at].put(code, holder) == null) {
            count[0]++;
          }
        });
    return new Codes(next, count[0]);
  }
}
