package cn.xingheng.law.cases;

import cn.xingheng.core.basics.Refusal;
import cn.xingheng.core.basics.Share;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.rulebook.Duty;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import cn.xingheng.law.yaml.Element;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Reads the asserted fields of an expectation. */
final class Wants {

  static final List<String> CAUSES = Arrays.stream(Cause.values()).map(Cause::word).toList();
  static final List<String> REFUSALS = Arrays.stream(Refusal.Word.values()).map(Refusal.Word::word).toList();
  static final List<String> DUTIES = Arrays.stream(Duty.values()).map(Duty::word).toList();
  static final List<String> STANDINGS = Arrays.stream(Standing.values()).map(Standing::word).toList();
  static final List<String> VERDICTS = Arrays.stream(Verdict.values()).map(Verdict::word).toList();
  static final List<String> TIERS = List.of("none", "grade-lowered", "grade-cancelled", "agreement-suspended");
  static final List<String> HONOURS = List.of("valid", "cancelled", "none");

  private Wants() {}

  /** The fields that this row asserts, in the order of the file. */
  static SequencedMap<String, Object> of(Row row, Fields fields) {
    SequencedMap<String, Object> wants = new LinkedHashMap<>();
    for (String key : fields.keys()) {
      if (row.wants().contains(key)) {
        wants.put(key, fields.read(key, element -> value(row, key, element)));
      }
    }
    return wants;
  }

  private static Object value(Row row, String key, Element element) {
    return switch (key) {
      case "points", "remaining", "term-points" -> Words.number(element, 0, Limits.POINTS);
      case "standing" -> Words.word(element, STANDINGS);
      case "because" -> Words.words(element, row == Row.TAKEN ? REFUSALS : CAUSES);
      case "due", "not-due" -> Words.words(element, DUTIES);
      case "void" -> element.truth();
      case "resume-window", "apply-window" -> window(element);
      case "ended-share" -> share(element);
      case "tier" -> Words.word(element, TIERS);
      case "verdict" -> Words.word(element, VERDICTS);
      case "honour" -> Words.word(element, HONOURS);
      case "ceiling-yuan", "left-yuan" -> Words.money(element);
      case "refused", "accepted", "held" -> Words.text(element, Limits.ID);
      case "spans" -> spans(element);
      default -> Days.dayOrProvisional(element);
    };
  }

  private static Map<String, Object> window(Element element) {
    Fields days = Fields.of(element);
    days.check(List.of("from", "through"), List.of());
    SequencedMap<String, Object> window = new LinkedHashMap<>();
    days.keys().forEach(key -> window.put(key, days.read(key, Days::dayOrProvisional)));
    return window;
  }

  private static Share share(Element element) {
    try {
      return Share.parse(element.letters());
    } catch (IllegalArgumentException cause) {
      throw element.refuse("占比 `" + element.letters() + "` 应当写成 1/20 的样子", "写成分数并加引号");
    }
  }

  private static List<Map<String, Object>> spans(Element element) {
    return element.list().stream().map(Wants::span).toList();
  }

  private static Map<String, Object> span(Element element) {
    Fields fields = Fields.of(element);
    fields.check(List.of("from", "was", "now"), List.of("through"));
    SequencedMap<String, Object> span = new LinkedHashMap<>();
    span.put("from", fields.day("from"));
    if (fields.has("through")) {
      span.put("through", fields.day("through"));
      fields.inOrder("through", fields.day("from"), fields.day("through"));
    }
    span.put("was", fields.word("was", VERDICTS));
    span.put("now", fields.word("now", VERDICTS));
    return span;
  }
}
