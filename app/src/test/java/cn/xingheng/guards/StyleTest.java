package cn.xingheng.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("STYLE.md 的每一条都有守卫")
final class StyleTest {
  private static List<Tree.Source> tree;
  private static String style;

  @BeforeAll
  static void read() {
    tree = Tree.read(Tree.root());
    style = tree.stream().filter(file -> file.path().equals("STYLE.md")).findFirst().orElseThrow().text();
  }

  @Test
  @DisplayName("所列守卫都存在，所有守卫都列出")
  void everyGuardExistsAndIsNamed() {
    assertThat(Style.of(style).faults(tree)).isEmpty();
  }

  @Test
  @DisplayName("每道围栏都受检验")
  void everyFenceIsTested() {
    List<String> declared = Arrays.stream(Fences.class.getDeclaredMethods())
        .filter(method -> method.getReturnType() == ArchRule.class).map(method -> method.getName()).toList();
    assertThat(FencesTest.fences().map(FencesTest.Fence::name))
        .isNotEmpty().containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  @DisplayName("没有守卫、守卫不存在、守卫未列出，都会被指出")
  void plantedFaultsAreNamed() {
    String planted = style
        .replace("`Fences.coreIsPure`", "`Fences.coreIsFast`")
        .replace("`Tidy.NO_EDITION_NAMED`", "");
    assertThat(Style.of(planted).faults(tree)).containsExactlyInAnyOrder(
        "no guard: Law is data: no shipped Java names an edition or its region, in a literal or in an identifier.",
        "no such guard: Fences.coreIsFast",
        "not in STYLE.md: Tidy.NO_EDITION_NAMED",
        "not in STYLE.md: Fences.coreIsPure");
    assertThat(Style.of(style.replace("`MainTest`", "`NowhereTest`")).faults(tree))
        .containsExactly("no such guard: NowhereTest");
    List<Tree.Source> withoutPom = tree.stream().filter(file -> !file.path().endsWith("pom.xml")).toList();
    assertThatThrownBy(() -> Style.of(style).faults(withoutPom)).isInstanceOf(AssertionError.class);
  }

  @Test
  @DisplayName("没有条目可看时失败")
  void nothingToLookAtIsAFailure() {
    assertThatThrownBy(() -> Style.of("# Style\n")).isInstanceOf(AssertionError.class);
  }
}
