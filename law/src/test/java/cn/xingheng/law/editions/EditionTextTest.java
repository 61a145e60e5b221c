package cn.xingheng.law.editions;

import static org.assertj.core.api.Assertions.assertThat;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Item;
import cn.xingheng.core.rulebook.Reading;
import cn.xingheng.core.rulebook.Rule;
import cn.xingheng.law.yaml.Source;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("版本写成给人看的文字")
class EditionTextTest {

  static List<String> shipped() {
    return Editions.shipped();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("每个条目、规则、读法都在，各附条文、释义或理由，并有指纹")
  void everythingIsThere(String id) {
    Edition edition = Editions.load(id, Path.of("."));
    List<String> lines = EditionText.lines(edition);
    assertThat(lines).anyMatch(line -> line.contains(edition.hash()));
    for (Item item : edition.catalogue().values()) {
      assertThat(lines).contains(
          "  " + item.id() + "  " + item.points() + " 分  【" + item.citation() + "】 " + item.gloss());
    }
    for (Rule rule : edition.rules()) {
      assertThat(lines).anyMatch(line -> line.startsWith("  " + rule.id() + "  ") && line.endsWith(rule.gloss())
          && line.contains("【" + rule.citation() + "】"));
    }
    for (Reading reading : edition.readings().values()) {
      assertThat(lines).anyMatch(line -> line.startsWith("  " + reading.key().word() + "  " + reading.word())
          && line.endsWith("【" + reading.citation() + "】 " + reading.reason()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("JSON 就是文件的内容：再读一遍还是同一个版本")
  void jsonIsTheSame(String id) {
    Source source = Editions.source(id, Path.of("."));
    String json = EditionJson.edition(source);
    assertThat(json).startsWith("{\"hash\":\"" + EditionReader.read(source).hash() + "\"");
    String without = json.replaceFirst("\"hash\":\"[0-9a-f]{64}\",", "");
    assertThat(Differences.between(source, new Source(id, 1, without))).isEmpty();
  }
}
