package cn.xingheng.guards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rows of STYLE.md: each MUST with the guards named beside it. */
record Style(List<Must> musts) {
  private static final Pattern ROW = Pattern.compile("^\\| (.+?) \\| (.*?) ?\\|$");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /** One MUST and its guards; a row without guards has an empty list. */
  record Must(String text, List<String> guards) {}

  static Style of(String markdown) {
    List<Must> musts = new ArrayList<>();
    for (String line : markdown.lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.matches() && !row.group(1).equals("MUST") && !row.group(1).startsWith("---")) {
        musts.add(new Must(row.group(1), NAME.matcher(row.group(2)).results().map(name -> name.group(1)).toList()));
      }
    }
    if (musts.isEmpty()) {
      throw new AssertionError("STYLE.md holds no MUST to look at");
    }
    return new Style(musts);
  }

  /** What is wrong: a MUST without a guard, a guard that does not exist, a guard that no MUST names. */
  List<String> faults(List<Tree.Source> tree) {
    Predicate<String> exists = guard -> exists(guard, tree);
    Stream<String> bare =
        musts.stream().filter(must -> must.guards().isEmpty()).map(must -> "no guard: " + must.text());
    Stream<String> missing = guards().filter(exists.negate()).map(guard -> "no such guard: " + guard);
    Stream<String> unnamed = own().filter(own -> guards().noneMatch(own::equals)).map(own -> "not in STYLE.md: " + own);
    return Stream.of(bare, missing, unnamed).flatMap(faults -> faults).toList();
  }

  private Stream<String> guards() {
    return musts.stream().flatMap(must -> must.guards().stream()).distinct();
  }

  private static Stream<String> own() {
    Stream<String> tidy = Arrays.stream(Tidy.values()).map(rule -> "Tidy." + rule.name());
    Stream<String> fences = FencesTest.fences().map(fence -> "Fences." + fence.name());
    return Stream.concat(tidy, fences);
  }

  private static boolean exists(String guard, List<Tree.Source> tree) {
    return switch (guard) {
      case "NullAway" -> CompilerTest.flags(tree).stream().anyMatch(flag -> flag.contains("-Xep:NullAway:ERROR"));
      case "Error Prone" -> CompilerTest.flags(tree).stream().anyMatch(flag -> flag.startsWith("-Xplugin:ErrorProne"));
      case "-Werror" -> CompilerTest.flags(tree).contains("-Werror");
      case "maven.compiler.release" -> Stream.of("core", "match", "formats", "client", "cluster").allMatch(module ->
          text(tree, module + "/pom.xml").contains("<maven.compiler.release>21</maven.compiler.release>"));
      case "module-info" -> Stream.of("core", "law", "match", "client").allMatch(module ->
          text(tree, module + "/src/main/java/module-info.java").contains("module cn.xingheng." + module));
      default -> own().anyMatch(guard::equals)
          || guard.endsWith("Test") && tree.stream().anyMatch(file -> file.path().endsWith("/" + guard + ".java"));
    };
  }

  private static String text(List<Tree.Source> tree, String path) {
    return tree.stream().filter(file -> file.path().equals(path)).findFirst().map(Tree.Source::text).orElse("");
  }
}
