package cn.xingheng.law.editions;

import cn.xingheng.core.rulebook.Consequence;
import cn.xingheng.core.rulebook.Force;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.core.rulebook.Trigger;
import cn.xingheng.core.rulebook.Window;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.Faults;
import cn.xingheng.law.yaml.Near;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rules about a person: when this, then that. */
final class RuleReader {

  private static final int MOST_STREAK = 20;
  private static final Map<String, List<String>> TRIGGERS = Map.of(
      "total", List.of("total", "at-least", "at-most"),
      "streak", List.of("streak", "at-least"),
      "at-once", List.of("at-once"));

  private final Pieces pieces;

  RuleReader(Pieces pieces) {
    this.pieces = pieces;
  }

  List<Rule> read(Element element) {
    return List.copyOf(Pieces.listed(element, this::rule).values());
  }

  private Rule rule(String id, Element element) {
    Entries entries = element.entries("when", "force", "then", "over", "cite", "gloss");
    Faults faults = new Faults();
    var trigger = faults.attempt(() -> trigger(entries.get("when")));
    var force = faults.attempt(() -> entries.get("force").word(Force.class, RuleReader::lower));
    var consequence = faults.attempt(() -> consequence(entries.get("then")));
    var over = faults.attempt(() -> Set.copyOf(Pieces.words(entries.get("over"))));
    var cite = faults.attempt(() -> pieces.cite(entries));
    var gloss = faults.attempt(() -> pieces.gloss(entries));
    faults.throwAny();
    return new Rule(id, trigger.get(), force.get(), consequence.get(), over.get(), cite.get(), gloss.get());
  }

  private Trigger trigger(Element element) {
    if (element.isText()) {
      return word(element, "each-deduction", new Trigger.EachDeduction());
    }
    Entries entries = element.entries();
    Optional<String> kind = TRIGGERS.keySet().stream().filter(entries::has).findFirst();
    if (kind.isEmpty()) {
      throw missing(element, entries);
    }
    element.entries(TRIGGERS.getOrDefault(kind.get(), List.of()), List.of());
    return switch (kind.get()) {
      case "total" -> total(element, entries);
      case "streak" -> streak(entries);
      default -> new Trigger.AtOnce(entries.get("at-once").number(1, Pieces.MOST_POINTS));
    };
  }

  private static RuntimeException missing(Element element, Entries entries) {
    String hint = entries.keys().stream()
        .flatMap(key -> Near.find(key, TRIGGERS.keySet()).stream())
        .findFirst()
        .map(near -> "你想写的是 `" + near + "`")
        .orElse("补上 `total`、`streak` 或 `at-once`");
    return element.refuse("看不出触发条件的种类：没有 `total`、`streak` 或 `at-once`", hint);
  }

  private Trigger total(Element element, Entries entries) {
    Faults faults = new Faults();
    var window = faults.attempt(() -> window(entries.get("total")));
    var least = faults.attempt(() -> entries.get("at-least").number(1, Pieces.MOST_POINTS));
    var most = faults.attempt(() ->
        Pieces.orWord(entries.get("at-most"), "open", number -> number.number(1, Pieces.MOST_POINTS)));
    faults.throwAny();
    return new Trigger.Total(window.get(), pieces.range(element, least.get(), most.get()));
  }

  private static Trigger streak(Entries entries) {
    Faults faults = new Faults();
    var years = faults.attempt(() -> entries.get("streak").number(2, MOST_STREAK));
    var least = faults.attempt(() -> entries.get("at-least").number(1, Pieces.MOST_POINTS));
    faults.throwAny();
    return new Trigger.Streak(years.get(), least.get());
  }

  static Window window(Element element) {
    return element.word(Window.class, RuleReader::lower);
  }

  private Consequence consequence(Element element) {
    if (element.isText()) {
      return word(element, "interview", new Consequence.Interview());
    }
    Entries entries = element.entries(List.of(), List.of("suspend", "terminate"));
    if (entries.keys().size() != 1) {
      throw element.refuse("后果应当是 `interview`、`suspend` 或 `terminate` 之一", "只写其中一个");
    }
    return entries.has("suspend")
        ? new Consequence.Suspend(pieces.range(entries.get("suspend"), Pieces.MOST_MONTHS))
        : new Consequence.Terminate(pieces.range(entries.get("terminate"), Pieces.MOST_YEARS));
  }

  private static <T> T word(Element element, String word, T value) {
    if (element.is(word)) {
      return value;
    }
    throw element.refuse("不认识的词 `" + element.text() + "`", Near.hint(element.text(), List.of(word)));
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
