package cn.xingheng.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("词汇表与源码一致")
final class GlossaryTest {
  private static final String CORE = "core/src/main/java/cn/xingheng/core/claims/";
  private static final List<Tree.Source> PLANTED = List.of(
      new Tree.Source(CORE + "package-info.java", "/** 「结算匹配」 One line. */\npackage cn.xingheng.core.claims;\n"),
      new Tree.Source(CORE + "Verdict.java", "/**\n * 「结算判定」 What the fund does.\n */\npublic enum Verdict {}\n"),
      new Tree.Source(CORE + "Inner.java", "/** Nobody's business. */\nfinal class Inner {}\n"));
  private static final String PAGE = """
      ## Words of the field 行业用语

      | English | 中文 | article |
      | --- | --- | --- |
      | points | 扣分 | 办法17 |

      ## claims · 结算匹配

      | English | 中文 | article |
      | --- | --- | --- |
      | `Verdict` | 结算判定 | 办法12 |
      """;

  @Test
  @DisplayName("core 的每个主题、每个公开类型都在词汇表中，用词相同；词汇表没有多余的名字")
  void agree() throws IOException {
    String page = Files.readString(Tree.root().resolve("GLOSSARY.md"));
    assertThat(Glossary.differences(Tree.read(Tree.root()), page)).isEmpty();
  }

  @Test
  @DisplayName("反证：缺行、用词不同、多出的名字、放错地方、重复，都会被指出")
  void planted() {
    assertThat(Glossary.differences(PLANTED, PAGE)).isEmpty();
    String row = "| `Verdict` | 结算判定 | 办法12 |\n";
    assertThat(Glossary.differences(PLANTED, PAGE.replace(row, "")))
        .containsExactly("claims.Verdict 「结算判定」 is not in the glossary");
    assertThat(Glossary.differences(PLANTED, PAGE.replace("结算判定", "判断")))
        .containsExactly("claims.Verdict is 「结算判定」 in the sources and 「判断」 in the glossary");
    assertThat(Glossary.differences(PLANTED, PAGE + "| `Gone` | 已删 | |\n"))
        .containsExactly("claims.Gone is in the glossary and nowhere else");
    assertThat(Glossary.differences(PLANTED, PAGE + "| fund | 基金 | |\n"))
        .containsExactly("fund stands under the wrong heading");
    assertThat(Glossary.differences(PLANTED, PAGE + row)).containsExactly("`Verdict` stands there twice");
    assertThat(Glossary.differences(PLANTED, PAGE.replace("· 结算匹配", "· 匹配")))
        .containsExactly("claims is 「结算匹配」 in the sources and 「匹配」 in the glossary");
  }

  @Test
  @DisplayName("没有类型或没有词条可看时失败")
  void nothingToLookAt() {
    assertThatThrownBy(() -> Glossary.differences(List.of(), PAGE)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> Glossary.differences(PLANTED, "# nothing\n")).isInstanceOf(AssertionError.class);
  }
}
