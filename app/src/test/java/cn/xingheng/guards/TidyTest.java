package cn.xingheng.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("整洁：通读整个源码树")
final class TidyTest {
  private static final String CORE = "core/src/main/java/cn/xingheng/core/claims/Planted.java";
  private static final String APP = "app/src/main/java/cn/xingheng/app/Planted.java";
  private static final String LAW = "law/src/main/java/cn/xingheng/law/Planted.java";

  private static List<Tree.Source> tree;

  /** A text that breaks a rule, the lines that are to be named, and a text like it that breaks nothing. */
  record Planted(Tidy rule, String path, String bad, List<Integer> lines, String good) {
    @Override
    public String toString() {
      return rule.name() + " " + lines;
    }
  }

  @BeforeAll
  static void read() {
    tree = Tree.read(Tree.root());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("源码树没有违规")
  void theTreeKeepsIt(Tidy rule) {
    assertThat(rule.breaches(tree)).isEmpty();
  }

  @Test
  @DisplayName("每个包都有说明")
  void everyRoomHasASign() {
    assertThat(Tidy.roomsWithoutSign(tree)).isEmpty();
  }

  @Test
  @DisplayName("没有说明的包会被指出，没有包可看时失败")
  void aRoomWithoutSignIsNamed() {
    Tree.Source bare = new Tree.Source(CORE, "");
    assertThat(Tidy.roomsWithoutSign(List.of(bare))).containsExactly("core/src/main/java/cn/xingheng/core/claims");
    assertThat(Tidy.roomsWithoutSign(List.of(bare, new Tree.Source(CORE.replace("Planted", "package-info"), ""))))
        .isEmpty();
    assertThatThrownBy(() -> Tidy.roomsWithoutSign(List.of())).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @MethodSource("planted")
  @DisplayName("故意放入的违规会被指出，相近的合规写法不会")
  void aPlantedBreachIsNamed(Planted planted) {
    assertThat(planted.rule().breaches(List.of(new Tree.Source(planted.path(), planted.bad()))))
        .containsExactlyElementsOf(
            planted.lines().stream().map(line -> planted.path() + ":" + line + " " + planted.rule()).toList());
    assertThat(planted.rule().breaches(List.of(new Tree.Source(planted.path(), planted.good())))).isEmpty();
  }

  @Test
  @DisplayName("每条规则都有一个故意的违规")
  void everyRuleHasAPlantedBreach() {
    Set<Tidy> shown = planted().map(Planted::rule).collect(Collectors.toSet());
    assertThat(shown).containsExactlyInAnyOrder(Tidy.values());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("没有文件可看时失败")
  void nothingToLookAtIsAFailure(Tidy rule) {
    assertThatThrownBy(() -> rule.breaches(List.of()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("found no file to look at");
  }

  @Test
  @DisplayName("源码树的每个模块都被读到")
  void everyModuleIsRead() {
    for (String module : List.of("core", "law", "match", "client", "server", "app", "cluster")) {
      assertThat(tree.stream().filter(file -> file.mainOf(module))).as(module).hasSizeGreaterThan(1);
    }
    assertThat(tree).extracting(Tree.Source::path).contains("pom.xml", "xingheng", "STYLE.md", ".ci/run");
    assertThat(tree).extracting(Tree.Source::path).noneMatch(path -> path.contains("target/"));
  }

  static Stream<Planted> planted() {
    return Stream.of(lengths(), syntax(), words()).flatMap(Arrays::stream);
  }

  private static Planted[] lengths() {
    return new Planted[] {
      new Planted(Tidy.FILE_LENGTH, CORE, "\n".repeat(301), List.of(301), "\n".repeat(300)),
      new Planted(Tidy.LINE_LENGTH, CORE, "ok\n" + "字".repeat(121), List.of(2), "字".repeat(120)),
      new Planted(Tidy.METHOD_LENGTH, CORE, method(39), List.of(2), method(38)),
    };
  }

  private static String method(int inside) {
    return "class A {\n  int a() {\n" + "\n".repeat(inside) + "  }\n}\n";
  }

  private static Planted[] syntax() {
    String arms = "class A { int a(%s x) { return switch (x) {\n case %s -> 1;\n %s -> 2; }; } }";
    String old = "class A { void a(%s x) { switch (x) {\n case %s: break;\n %s: break; } } }";
    return new Planted[] {
      new Planted(Tidy.NO_DEFAULT_ARM, CORE, arms.formatted("B", "C c", "default"), List.of(3),
          arms.formatted("B", "C c", "case D d")),
      new Planted(Tidy.NO_DEFAULT_ARM, LAW, old.formatted("B", "ONE", "default"), List.of(3),
          old.formatted("String", "\"one\"", "default")),
      new Planted(Tidy.NO_DEFAULT_ARM, LAW, arms.formatted("B", "ONE", "case null, default"), List.of(3),
          arms.formatted("int", "1", "default")),
      new Planted(Tidy.NO_DEFAULT_ARM, LAW, "class B { int ONE = 1; }\n" + old.formatted("B", "ONE", "default"),
          List.of(4), "class B { static final int ONE = 1; }\n" + old.formatted("int", "ONE", "default")),
      new Planted(Tidy.NO_EDITION_NAMED, APP, "class A {\n String a = \"an" + "hui-2019\"; }", List.of(2),
          "class A {\n // about an" + "hui-2019 \n String a = \"edition\"; }"),
      new Planted(Tidy.NO_EDITION_NAMED, CORE, "class A {\n String a = \"\"\"\n  安" + "徽省\n\"\"\"; }", List.of(2),
          "/** 安" + "徽 */ class A {}"),
      new Planted(Tidy.NO_EDITION_NAMED, LAW, "final class Lian" + "yungangRules {\n}", List.of(1), "class Rules {}"),
      new Planted(Tidy.CHINESE_TERM_FIRST, CORE, "/** A claim. */\npublic record A(int a) {}", List.of(2),
          "/** 「结算」 A claim. */\n@Deprecated\npublic record A(int a) {}"),
      new Planted(Tidy.CHINESE_TERM_FIRST, CORE, "\npublic sealed interface A {}", List.of(2), "interface A {}"),
      new Planted(Tidy.NULL_MARKED, CORE.replace("Planted", "package-info"), "/** a */ package a;", List.of(1),
          "@org.jspecify.annotations.NullMarked package a;"),
    };
  }

  private static Planted[] words() {
    return new Planted[] {
      new Planted(Tidy.NO_LEFTOVERS, "README.md", "a\n<!-- TO" + "DO b -->", List.of(2), "mktemp XX" + "XXXX"),
      new Planted(Tidy.NO_CODE_IN_COMMENTS, CORE, "  // int a = 1" + ";", List.of(1), "  // why, not what"),
      new Planted(Tidy.NO_AUTHORS, CORE, "/**\n * @auth" + "or me\n */", List.of(2), "/** The author of it. */"),
      new Planted(Tidy.NO_PRINTING, CORE, "System.out." + "println();", List.of(1), "System.out.flush();"),
      new Planted(Tidy.NO_STACK_TRACES, APP, "fault.printStack" + "Trace();", List.of(1), "fault.getStackTrace();"),
      new Planted(Tidy.NO_DISABLED_TESTS, CORE, "@Disab" + "led(\"later\")", List.of(1), "@DisplayName(\"a\")"),
      new Planted(Tidy.NO_SLEEPING, CORE, "Thread.sl" + "eep(1);", List.of(1), "Thread.yield();"),
      new Planted(Tidy.NO_MACHINE_PATHS, "a.md", "see /wo" + "rk/main", List.of(1), "see net/wo" + "rk/main"),
    };
  }
}
