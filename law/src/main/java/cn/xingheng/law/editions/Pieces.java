package cn.xingheng.law.editions;

import cn.xingheng.core.basics.Citation;
import cn.xingheng.core.basics.Share;
import cn.xingheng.core.rulebook.Clause;
import cn.xingheng.core.rulebook.Range;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.Fault;
import cn.xingheng.law.yaml.Faults;
import cn.xingheng.law.yaml.Near;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The small pieces that many parts of an edition are made of. */
final class Pieces {

  static final int LONGEST_LINE = 60;
  static final int LONGEST_WORD = 40;
  static final int MOST_POINTS = 1_000;
  static final int MOST_MONTHS = 120;
  static final int MOST_YEARS = 50;
  static final int MOST_WORKING_DAYS = 365;

  private static final String LISTED = "listed";
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*([.-][A-Za-z0-9]+)*");
  private static final Pattern SHARE = Pattern.compile("([1-9][0-9]{0,5})/([1-9][0-9]{0,5})");

  private final Citations citations;

  Pieces(Citations citations) {
    this.citations = citations;
  }

  /** Where it stands. */
  Citation cite(Entries entries) {
    return cite(entries, "cite");
  }

  Citation cite(Entries entries, String key) {
    return citations.read(entries.get(key));
  }

  /** The short name of a document that the edition cites. */
  String citedName(Element element) {
    return citations.name(element);
  }

  /** What it says, in our own words, one line. */
  String gloss(Entries entries) {
    return entries.get("gloss").line(LONGEST_LINE);
  }

  /** An article and what it says. */
  Clause clause(Element element) {
    Entries entries = element.entries("cite", "gloss");
    Faults faults = new Faults();
    var cite = faults.attempt(() -> cite(entries));
    var gloss = faults.attempt(() -> gloss(entries));
    faults.throwAny();
    return new Clause(cite.get(), gloss.get());
  }

  /** Empty when the word {@code none} stands here. */
  static <T> Optional<T> orNone(Element element, Function<Element, T> read) {
    return orWord(element, "none", read);
  }

  /** Empty when the word stands here that says there is nothing. */
  static <T> Optional<T> orWord(Element element, String word, Function<Element, T> read) {
    if (element.is(word)) {
      return Optional.empty();
    }
    if (element.isText()) {
      throw element.refuse("这里应当写内容，或写 `" + word + "`，写的却是" + element.described(),
          Near.hint(element.text(), List.of(word)));
    }
    return Optional.of(read.apply(element));
  }

  /** {@code {from: 1, through: 3}}, or {@code through: open}. */
  Range range(Element element, int most) {
    Entries entries = element.entries("from", "through");
    Faults faults = new Faults();
    var from = faults.attempt(() -> entries.get("from").number(1, most));
    var through = faults.attempt(() -> orWord(entries.get("through"), "open", number -> number.number(1, most)));
    faults.throwAny();
    return range(element, from.get(), through.get());
  }

  Range range(Element element, int from, Optional<Integer> through) {
    if (through.isPresent() && through.get() < from) {
      throw element.refuse("范围是空的：" + from + " 至 " + through.get(), "两个数写反了");
    }
    return new Range(from, through.orElse(null));
  }

  /** A part of a whole, above 0 and at most 1, written as {@code 1/20}. */
  static Share share(Element element) {
    if (!element.isText() || !SHARE.matcher(element.text()).matches()) {
      throw element.mistyped("分数（如 1/20）");
    }
    Share share = Share.parse(element.text());
    if (share.part() > share.whole()) {
      throw element.refuse("占比 " + share + " 超出范围，应当不大于 1", "分子和分母写反了");
    }
    return share;
  }

  /** A short name in letters, digits, hyphens and points. */
  static String word(Element element) {
    String word = element.line(LONGEST_WORD);
    if (!WORD.matcher(word).matches()) {
      throw element.refuse("`" + word + "` 不是由字母、数字和连字符组成的词", "去掉空格和其他符号");
    }
    return word;
  }

  /** A list of words, each once; it may be empty. */
  static List<String> words(Element list) {
    return unique(list, Faults.each(list.list(), Pieces::word));
  }

  static <T> List<T> unique(Element list, List<T> values) {
    if (new HashSet<>(values).size() < values.size()) {
      throw list.refuse("同一项写了两次：" + values, "删去重复的一项");
    }
    return values;
  }

  /**
   * Entries whose names the edition chooses. The key {@code listed} names them all once more, so that an entry that
   * was lost or misspelt is noticed.
   */
  static <T> SequencedMap<String, T> listed(Element element, BiFunction<String, Element, T> read) {
    Entries entries = element.entries();
    Element list = entries.lead(LISTED);
    List<String> names = unique(list, words(list));
    Faults faults = new Faults();
    SequencedMap<String, T> values = new LinkedHashMap<>();
    for (String name : names) {
      if (entries.has(name)) {
        faults.find(() -> read.apply(name, entries.get(name))).ifPresent(value -> values.put(name, value));
      } else {
        faults.add(list.fault("`" + LISTED + "` 里有 `" + name + "`，下面却没有这一项", "这一项漏了或写错了名字"));
      }
    }
    for (String name : entries.keys()) {
      if (!name.equals(LISTED) && !names.contains(name)) {
        faults.add(new Fault(entries.keyPlace(name), "`" + name + "` 没有列在 `" + LISTED + "` 里",
            Near.hint(name, names)));
      }
    }
    faults.throwAny();
    return values;
  }

  /** Entries with exactly these keys, each read the same way. */
  static <T> SequencedMap<String, T> exactly(
      Element element, Set<String> keys, BiFunction<String, Element, T> read) {
    Entries entries = element.entries(List.copyOf(keys), List.of());
    Faults faults = new Faults();
    SequencedMap<String, T> values = new LinkedHashMap<>();
    for (String key : keys) {
      faults.find(() -> read.apply(key, entries.get(key))).ifPresent(value -> values.put(key, value));
    }
    faults.throwAny();
    return values;
  }
}
