package cn.xingheng.law.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.JsonLine;
import cn.xingheng.law.yaml.LawFault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("JSON 行")
class JsonLineTest {

  @Test
  @DisplayName("各种值按其类型读入，位置是行和列")
  void values() {
    Element element = JsonLine.parse("a.jsonl", 7, "{\"a\": \"文\", \"b\": [1, 2.5, true, null], \"c\": {}}");
    assertThat(element.place()).hasToString("a.jsonl:7:1");
    assertThat(element.entries().get("a").text()).isEqualTo("文");
    assertThat(element.entries().get("b").list().get(0).number(0, 9)).isOne();
    assertThat(element.entries().get("b").list().get(1).decimal()).isEqualByComparingTo("2.5");
    assertThat(element.entries().get("b").list().get(2).truth()).isTrue();
    assertThat(element.entries().get("b").list().get(3).isText()).isFalse();
    assertThat(element.entries().get("c").entries().keys()).isEmpty();
    assertThat(element.entries().get("b").place()).hasToString("a.jsonl:7:17");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"{\"a\": 1", "{\"a\": 1} {\"b\": 2}", "{a: 1}", "{\"a\": 01}", "{'a': 1}", "[1,]", "x"})
  @DisplayName("不是一个完整 JSON 值的行被拒")
  void faulty(String line) {
    assertThatThrownBy(() -> JsonLine.parse("a.jsonl", 7, line)).isInstanceOf(LawFault.class)
        .hasMessageStartingWith("a.jsonl:7:").hasMessageContaining("\nMaybe ");
  }

  @Test
  @DisplayName("键写了两次被拒")
  void twice() {
    Element element = JsonLine.parse("a.jsonl", 7, "{\"a\": 1, \"a\": 2}");
    assertThatThrownBy(element::entries).isInstanceOf(LawFault.class).hasMessageContaining("`a`");
  }
}
