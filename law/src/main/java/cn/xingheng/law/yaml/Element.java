package cn.xingheng.law.yaml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One value of a file and its place: a mapping, a list or a scalar. Every wrong question is a {@link LawFault}. */
public final class Element {

  private static final Set<Tag> KNOWN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern MONTH_DAY = Pattern.compile("[0-9]{2}-[0-9]{2}");

  private final Source source;
  private final Node node;
  private final Place place;

  Element(Source source, Node node, Place place) {
    this.source = source;
    this.node = node;
    this.place = place;
  }

  /** Where it stands; on the line of its key, when it has one. */
  public Place place() {
    return place;
  }

  /** A fault at this place. */
  public Fault fault(String wrong, String maybe) {
    return new Fault(place, wrong, maybe);
  }

  /** A refusal at this place. */
  public LawFault refuse(String wrong, String maybe) {
    return new LawFault(place, wrong, maybe);
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isScalar() {
    return node instanceof ScalarNode;
  }

  /** Whether it is the plain word: {@code none}, {@code open}, {@code not-used}. */
  public boolean is(String word) {
    return isText() && ((ScalarNode) node).getValue().equals(word);
  }

  /** Whether it is a text, and not a number, a truth value or nothing. */
  public boolean isText() {
    return node instanceof ScalarNode scalar && Tag.STR.equals(scalar.getTag());
  }

  /** Whether it is the word {@code null}: nothing, and said so. */
  public boolean isNull() {
    return node instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag()) && scalar.getValue().equals("null");
  }

  /** A mapping with any keys. */
  public Entries entries() {
    if (plain() instanceof MappingNode mapping) {
      return Entries.of(this, source, mapping);
    }
    throw mistyped("一组 键: 值");
  }

  /** A mapping that has exactly these keys. */
  public Entries entries(String... required) {
    return entries().only(List.of(required), List.of());
  }

  /** A mapping that has all the required keys and otherwise only optional ones. */
  public Entries entries(List<String> required, Collection<String> optional) {
    return entries().only(required, optional);
  }

  /** The entries of a list; it may be empty. */
  public List<Element> list() {
    if (!(plain() instanceof SequenceNode sequence)) {
      throw mistyped("列表");
    }
    List<Element> elements = new ArrayList<>();
    for (Node each : sequence.getValue()) {
      elements.add(new Element(source, each, source.placeOf(each)));
    }
    return elements;
  }

  /** The entries of a list that is not empty. */
  public List<Element> listOfSome() {
    List<Element> elements = list();
    if (elements.isEmpty()) {
      throw refuse("列表是空的，至少要有一项", "补上一项");
    }
    return elements;
  }

  /** The letters of any scalar, whatever it would mean; not blank. */
  public String letters() {
    if (plain() instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw mistyped("文字");
  }

  /** A text that is not blank; a number or a truth value must stand in quotation marks. */
  public String text() {
    if (plain() instanceof ScalarNode scalar && isText() && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw mistyped("文字");
  }

  /** A text of one line and of at most so many characters. */
  public String line(int longest) {
    String text = text();
    int length = text.codePointCount(0, text.length());
    if (length > longest || text.lines().count() > 1) {
      throw refuse("应当是一行、不超过 " + longest + " 个字，这里有 " + length + " 个字", "写得短一些");
    }
    return text;
  }

  /** A whole number within bounds, both included. */
  public int number(int least, int most) {
    if (plain() instanceof ScalarNode scalar && WHOLE.matcher(scalar.getValue()).matches() && !isText()) {
      long number = Long.parseLong(scalar.getValue());
      if (number < least || number > most) {
        throw refuse("数 " + number + " 超出范围，应当在 " + least + " 至 " + most + " 之间", "多写或少写了一位");
      }
      return (int) number;
    }
    throw mistyped("整数（" + least + " 至 " + most + "）");
  }

  /** A decimal number, written as such or in quotation marks. */
  public BigDecimal decimal() {
    String letters = letters();
    if (DECIMAL.matcher(letters).matches()) {
      return new BigDecimal(letters);
    }
    throw mistyped("数");
  }

  /** {@code true} or {@code false}. */
  public boolean truth() {
    if (plain() instanceof ScalarNode scalar && Tag.BOOL.equals(scalar.getTag())) {
      return Boolean.parseBoolean(scalar.getValue());
    }
    throw mistyped(" true 或 false");
  }

  /** A day within bounds, both included, written as 2026-04-30. */
  public LocalDate day(LocalDate first, LocalDate last) {
    if (!isText() || !DAY.matcher(letters()).matches()) {
      throw mistyped("日期（如 2026-04-30）");
    }
    LocalDate day = parsed(LocalDate::parse, letters());
    if (day.isBefore(first) || day.isAfter(last)) {
      throw refuse("日期 " + day + " 超出范围，应当在 " + first + " 至 " + last + " 之间", "年份写错了");
    }
    return day;
  }

  /** A day of any year, written as 11-30. */
  public MonthDay monthDay() {
    if (!isText() || !MONTH_DAY.matcher(letters()).matches()) {
      throw mistyped("月日（如 11-30）");
    }
    return parsed(text -> MonthDay.parse("--" + text), letters());
  }

  private <T> T parsed(Function<String, T> read, String text) {
    try {
      return read.apply(text);
    } catch (DateTimeException cause) {
      throw refuse("没有 " + text + " 这一天", "月或日写错了");
    }
  }

  /** One of a closed list of words. */
  public <T> T word(SequencedMap<String, T> known) {
    if (!isText()) {
      throw mistyped(" " + String.join("、", known.keySet()) + " 之一");
    }
    T value = known.get(text());
    if (value == null) {
      throw refuse("不认识的词 `" + text() + "`", Near.hint(text(), known.keySet()));
    }
    return value;
  }

  /** One of the words of an enum, each named by the function. */
  public <T extends Enum<T>> T word(Class<T> type, Function<T, String> name) {
    SequencedMap<String, T> known = new LinkedHashMap<>();
    for (T constant : type.getEnumConstants()) {
      known.put(name.apply(constant), constant);
    }
    return word(known);
  }

  /** A refusal that says what is due here and what stands here instead. */
  public LawFault mistyped(String due) {
    return refuse("这里应当是" + due + "，写的却是" + described(), hintFor());
  }

  private String hintFor() {
    return switch (node) {
      case MappingNode _ -> "缩进多了，或多了一层键";
      case SequenceNode _ -> "多了方括号或减号";
      case ScalarNode scalar when scalar.getValue().isBlank() -> "冒号后面漏写了值";
      case ScalarNode scalar when !isText() -> "要加上引号，或写错了值";
      case Node other -> "写错了值，或多加了引号";
    };
  }

  /** What stands here, for a message. */
  public String described() {
    return switch (node) {
      case MappingNode _ -> "一组 键: 值";
      case SequenceNode _ -> "列表";
      case ScalarNode scalar when scalar.getValue().isBlank() -> "空白";
      case ScalarNode scalar when isText() -> "文字 `" + scalar.getValue() + "`";
      case ScalarNode scalar when Tag.BOOL.equals(scalar.getTag()) -> "真假值 " + scalar.getValue();
      case ScalarNode scalar when Tag.NULL.equals(scalar.getTag()) -> "空值 " + scalar.getValue();
      case ScalarNode scalar -> "数 " + scalar.getValue();
      case Node other -> other.getNodeType().toString();
    };
  }

  /** The node, when it is written out here: no anchor and no tag of its own. */
  private Node plain() {
    if (node.getAnchor().isPresent()) {
      throw refuse("不能用锚点 `&` 和别名 `*`", "把内容直接写出来");
    }
    if (!KNOWN.contains(node.getTag())) {
      throw refuse("不能用标签 " + node.getTag(), "去掉以 ! 开头的部分");
    }
    return node;
  }
}
