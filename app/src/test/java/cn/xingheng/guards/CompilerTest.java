package cn.xingheng.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the compiler with the very flags of the build on small files, so that a flag that does nothing is found out. */
@DisplayName("编译器守卫：用构建的同一组参数")
final class CompilerTest {
  private static final Pattern ARG = Pattern.compile("<arg>(?!-J)([^<]+)</arg>");
  private static final Pattern PROPERTY = Pattern.compile("<error-prone\\.flags>([^<]+)</error-prone\\.flags>");

  private static List<Tree.Source> tree;

  @TempDir
  private Path folder;

  @BeforeAll
  static void read() {
    tree = Tree.read(Tree.root());
  }

  /** The compiler arguments for shipped code in the root pom; a failure when there are none. */
  static List<String> flags(List<Tree.Source> tree) {
    String pom = tree.stream().filter(file -> file.path().equals("pom.xml")).findFirst()
        .orElseThrow(() -> new AssertionError("no pom.xml to look at")).text();
    String property = PROPERTY.matcher(pom).results().findFirst()
        .orElseThrow(() -> new AssertionError("no Error Prone flags in pom.xml")).group(1);
    return ARG.matcher(pom).results().map((MatchResult arg) -> arg.group(1))
        .map(arg -> arg.replace("${error-prone.flags}", property)).toList();
  }

  /** A member of a class, and the check that must refuse it. */
  record Planted(String check, String member) {}

  private static final List<Planted> PLANTED = List.of(
      new Planted("NullAway", "static int a(@Nullable String s) { return s.length(); }"),
      new Planted("NullAway", "static String a() { return null; }"),
      new Planted("UnusedVariable", "static int a() { int spare = 1; return 2; }"),
      new Planted("ReturnValueIgnored", "static int a(String s) { s.trim(); return 1; }"));

  @Test
  @DisplayName("故意放入的违规不能编译，每一处都被指出")
  void aPlantedBreachDoesNotCompile() throws IOException, InterruptedException {
    Compiled compiled = compile(PLANTED.stream().map(Planted::member).toList());
    assertThat(compiled.code()).as(compiled.said()).isNotZero();
    for (int i = 0; i < PLANTED.size(); i++) {
      assertThat(compiled.said()).containsPattern("A" + i + "\\.java:4: .*\\[" + PLANTED.get(i).check() + "\\]");
    }
  }

  @Test
  @DisplayName("只有警告也不能编译")
  void aWarningDoesNotCompile() throws IOException, InterruptedException {
    Compiled compiled = compile(List.of("static void a() { Runtime.getRuntime().runFinalization(); }"));
    assertThat(compiled.code()).as(compiled.said()).isNotZero();
    assertThat(compiled.said()).contains("[removal]", "-Werror");
  }

  @Test
  @DisplayName("合规的写法可以编译")
  void theInnocentCompiles() throws IOException, InterruptedException {
    Compiled compiled = compile(List.of("static int a(@Nullable String s) { return s == null ? 0 : s.length(); }"));
    assertThat(compiled.code()).as(compiled.said()).isZero();
    assertThat(compiled.said()).isEmpty();
  }

  @Test
  @DisplayName("没有构建文件可看时失败")
  void nothingToLookAtIsAFailure() {
    assertThatThrownBy(() -> flags(List.of())).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> flags(List.of(new Tree.Source("pom.xml", "<project/>"))))
        .isInstanceOf(AssertionError.class);
  }

  /** What the compiler said of the classes. */
  record Compiled(int code, String said) {}

  private Compiled compile(List<String> members) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    String config = Files.readString(Tree.root().resolve(".mvn/jvm.config"));
    config.strip().lines().forEach(option -> command.add("-J" + option.strip().replaceFirst("\\s+", "=")));
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.addAll(List.of("-classpath", classPath, "-processorpath", classPath, "-d", folder.toString()));
    command.addAll(flags(tree));
    for (int i = 0; i < members.size(); i++) {
      command.add(source("A" + i, members.get(i)).toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Compiled(process.waitFor(), said);
  }

  private Path source(String name, String member) throws IOException {
    Path file = Files.createDirectories(folder.resolve("cn/xingheng/planted")).resolve(name + ".java");
    return Files.writeString(file, """
        package cn.xingheng.planted;
        import org.jspecify.annotations.Nullable;
        @org.jspecify.annotations.NullMarked
        abstract class %s { private %s() {} static @Nullable String none; %s }
        """.formatted(name, name, member));
  }
}
