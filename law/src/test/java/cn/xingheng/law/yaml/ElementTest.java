package cn.xingheng.law.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("严格的 YAML 读取")
class ElementTest {

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  private static Element document(String text) {
    return Source.of("a.yaml", text).document();
  }

  private static Element value(String text) {
    return document("top: 1\nkey: " + text + "\n").entries("top", "key").get("key");
  }

  private static String refusal(String text, Consumer<Element> read) {
    try {
      read.accept(value(text));
    } catch (LawFault refusal) {
      return refusal.getMessage();
    }
    return "";
  }

  @Test
  @DisplayName("键总是文字，on 也是")
  void keysAreTexts() {
    Entries entries = document("on: 2026-01-01\nno: false\n1.1: x\n~: y\n").entries();
    assertThat(entries.keys()).containsExactly("on", "no", "1.1", "~");
    assertThat(entries.get("on").day(FIRST, LAST)).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(entries.get("no").truth()).isFalse();
  }

  @Test
  @DisplayName("对照：合格的值都读得出")
  void lawfulValues() {
    assertThat(value("12").number(0, 12)).isEqualTo(12);
    assertThat(value("\"12\"").text()).isEqualTo("12");
    assertThat(value("-3.50").decimal()).isEqualTo(new BigDecimal("-3.50"));
    assertThat(value("11-30").monthDay()).isEqualTo(MonthDay.of(11, 30));
    assertThat(value("[a, b]").list()).extracting(Element::text).containsExactly("a", "b");
    assertThat(value("one").word(Sort.class, Sort::name).name()).isEqualTo("one");
    assertThat(value("3.1").letters()).isEqualTo("3.1");
  }

  /** Words for the test. */
  enum Sort {
    one,
    other
  }

  @ParameterizedTest(name = "{0}：{1}")
  @CsvSource(delimiter = '|', value = {
    "number | 13 | 数 13 超出范围，应当在 0 至 12 之间",
    "number | -1 | 数 -1 超出范围",
    "number | 99999999999999999999 | 这里应当是整数",
    "number | \"5\" | 这里应当是整数（0 至 12），写的却是文字 `5`",
    "number | 1.5 | 写的却是数 1.5",
    "number | [1] | 写的却是列表",
    "number | {a: 1} | 写的却是一组 键: 值",
    "text | 5 | 这里应当是文字，写的却是数 5",
    "text | true | 写的却是真假值 true",
    "text | ~ | 写的却是空值 ~",
    "text | \"  \" | 写的却是空白",
    "truth | yes | 这里应当是 true 或 false，写的却是文字 `yes`",
    "day | 2026-02-30 | 没有 2026-02-30 这一天",
    "day | 1999-12-31 | 超出范围",
    "day | 2026-2-3 | 这里应当是日期",
    "word | onee | 不认识的词 `onee`\\nMaybe 你想写的是 `one`",
    "word | 7 | 这里应当是 one、other 之一",
    "list | a | 这里应当是列表",
    "entries | a | 这里应当是一组 键: 值",
    "text | &x y | 不能用锚点",
    "text | !!str y | "
  })
  @DisplayName("不合格的值：指出行、应当是什么、写的是什么")
  void unlawfulValues(String kind, String text, String said) {
    String refusal = refusal(text, element -> read(kind, element));
    if (said == null) {
      assertThat(refusal).isEmpty();
      return;
    }
    assertThat(refusal).startsWith("a.yaml:2:6: ").contains(said.replace("\\n", "\n")).contains("\nMaybe ");
  }

  private static void read(String kind, Element element) {
    switch (kind) {
      case "number" -> element.number(0, 12);
      case "text" -> element.text();
      case "truth" -> element.truth();
      case "day" -> element.day(FIRST, LAST);
      case "word" -> element.word(Sort.class, Sort::name);
      case "list" -> element.list();
      case "entries" -> element.entries();
      default -> throw new IllegalArgumentException(kind);
    }
  }

  @Test
  @DisplayName("多的键、缺的键、写了两次的键，一次说全，并猜想要写的键")
  void keys() {
    assertThatExceptionOfType(LawFault.class)
        .isThrownBy(() -> document("pints: 3\nother: 1\n").entries("points", "other"))
        .satisfies(refusal -> assertThat(refusal.faults()).extracting(Fault::toString).containsExactly(
            "a.yaml:1:1: 不认识的键 `pints`\nMaybe 你想写的是 `points`",
            "a.yaml:1:1: 缺少键 `points`\nMaybe 在这里补上 `points:`"));
    assertThatExceptionOfType(LawFault.class)
        .isThrownBy(() -> document("a: 1\nb: 2\na: 3\n").entries())
        .withMessage("a.yaml:3:1: 键 `a` 写了两次，前一次在第 1 行\nMaybe 删去其中一个");
  }

  @Test
  @DisplayName("不合语法的文件指出行；多份文档、空文件、非 UTF-8 也拒收")
  void documents() {
    assertThatExceptionOfType(LawFault.class)
        .isThrownBy(() -> document("a: 1\nb: [1\nc: 2\n"))
        .withMessageMatching("(?s)a\\.yaml:3:\\d+: 不是合法的 YAML.*\nMaybe .*");
    assertThatExceptionOfType(LawFault.class).isThrownBy(() -> document("a: 1\n---\nb: 1\n"))
        .withMessageContaining("a.yaml:3:");
    assertThatExceptionOfType(LawFault.class).isThrownBy(() -> document(""));
    assertThatExceptionOfType(LawFault.class)
        .isThrownBy(() -> Source.of("a.yaml", new byte[] {(byte) 0xB9, (byte) 0xE6}));
    assertThat(Source.of("a.yaml", "\uFEFFa: 1".getBytes(StandardCharsets.UTF_8)).document().entries().keys())
        .containsExactly("a");
    assertThat(Source.of("a.yaml", "a: 1\n---\nb: 1\n").documents()).hasSize(2);
  }

  @Test
  @DisplayName("一行中的一份，行号从它在文件里的行数起")
  void oneLineOfMany() {
    Element line = new Source("b.jsonl", 7, "{\"a\": 1}").document();
    assertThat(line.place()).isEqualTo(new Place("b.jsonl", 7, 1));
  }

  @Test
  @DisplayName("多处毛病按行收齐")
  void gathered() {
    List<Element> elements = document("list: [1, x, 3, y]").entries("list").get("list").list();
    assertThatExceptionOfType(LawFault.class)
        .isThrownBy(() -> Faults.each(elements, element -> element.number(1, 2)))
        .satisfies(refusal -> assertThat(refusal.faults()).extracting(fault -> fault.place().column())
            .containsExactly(11, 14, 17));
  }
}
