package cn.xingheng.law.cases;

import cn.xingheng.core.basics.Money;
import cn.xingheng.core.basics.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Whether an answer is what a case asserts, field by field. */
final class Comparison {

  private Comparison() {}

  /** The asserted fields that the answer does not bear out, in the order of the file. */
  static List<String> mismatches(SequencedMap<String, Object> wants, Map<String, @Nullable Object> actual) {
    List<String> wrong = new ArrayList<>();
    wants.forEach((field, want) -> {
      if (!holds(field, want, actual)) {
        wrong.add(field);
      }
    });
    return wrong;
  }

  private static boolean holds(String field, Object want, Map<String, @Nullable Object> actual) {
    return switch (field) {
      case "due", "because" -> words(actual.get(field)).containsAll(words(want));
      case "not-due" -> actual.containsKey("due") && words(actual.get("due")).stream().noneMatch(words(want)::contains);
      default -> same(want, actual.get(field));
    };
  }

  /** The part of an answer that the asserted fields speak of. */
  static SequencedMap<String, @Nullable Object> asked(
      SequencedMap<String, Object> wants, Map<String, @Nullable Object> actual) {
    SequencedMap<String, @Nullable Object> asked = new LinkedHashMap<>();
    actual.forEach((field, value) -> {
      boolean outcome = wants.containsKey("refused") || wants.containsKey("accepted") || wants.containsKey("held");
      if (outcome || wants.containsKey(field) || (field.equals("due") && wants.containsKey("not-due"))) {
        asked.put(field, value);
      }
    });
    return asked;
  }

  /** One word or a list of words, as a list; nothing is no words. */
  static List<String> words(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case Collection<?> many -> many.stream().map(String::valueOf).toList();
      case Object one -> List.of(one.toString());
    };
  }

  /** Whether two values mean the same; shares and amounts are compared by value. */
  static boolean same(Object want, @Nullable Object actual) {
    if (actual == null) {
      return false;
    }
    return switch (want) {
      case Share share -> share(actual).compareTo(share) == 0;
      case Money money -> money(actual).equals(money);
      case Map<?, ?> window -> sameWindow(window, actual);
      case List<?> spans -> actual instanceof List<?> others && plain(spans).equals(plain(others));
      case Object text -> text.toString().equals(actual.toString());
    };
  }

  private static Share share(Object value) {
    return value instanceof Share share ? share : Share.parse(value.toString());
  }

  private static Money money(Object value) {
    return value instanceof Money money ? money : Money.ofYuan(value.toString());
  }

  private static boolean sameWindow(Map<?, ?> window, Object actual) {
    if (!(actual instanceof Map<?, ?> other)) {
      return window.values().stream().allMatch(actual::equals);
    }
    return window.entrySet().stream().allMatch(
        end -> Objects.equals(String.valueOf(end.getValue()), String.valueOf(other.get(end.getKey()))));
  }

  /** Spans as texts by field, without the fields that are open. */
  private static List<Map<String, String>> plain(List<?> spans) {
    return spans.stream().map(Comparison::plain).toList();
  }

  private static Map<String, String> plain(@Nullable Object span) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (span instanceof Map<?, ?> fields) {
      fields.forEach((key, value) -> {
        if (value != null) {
          texts.put(String.valueOf(key), value.toString());
        }
      });
    } else {
      texts.put("", String.valueOf(span));
    }
    return texts;
  }
}
