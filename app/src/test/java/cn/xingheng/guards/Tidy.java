package cn.xingheng.guards;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is looked for in the sources, rule by rule: where a rule looks, and which lines it names. */
enum Tidy {
  FILE_LENGTH(Tree.Source::java, file -> file.lines().size() > 300 ? List.of(file.lines().size()) : List.of()),
  LINE_LENGTH(Tree.Source::java, file -> lines(file, line -> line.codePointCount(0, line.length()) > 120)),
  METHOD_LENGTH(Tidy::shipped, file -> Syntax.of(file).methods().stream()
      .filter(method -> method.length() > 40).map(Syntax.Method::line).toList()),
  NO_DEFAULT_ARM(file -> file.mainOf("core", "law", "match", "formats", "cluster"), file -> Syntax.of(file).defaults()),
  NO_EDITION_NAMED(Tidy::shipped, file -> Syntax.of(file).texts().stream()
      .filter(text -> Words.EDITION.matcher(text.text()).find()).map(Syntax.Text::line).distinct().toList()),
  CHINESE_TERM_FIRST(file -> file.mainOf("core", "match", "client"), file -> Syntax.of(file).publicTypes().stream()
      .filter(type -> !type.doc().startsWith("「")).map(Syntax.PublicType::line).toList()),
  NULL_MARKED(file -> file.path().endsWith("/package-info.java"),
      file -> file.text().contains("NullMarked") ? List.of() : List.of(1)),
  NO_LEFTOVERS(file -> true, file -> lines(file, Words.LEFTOVER)),
  NO_CODE_IN_COMMENTS(Tree.Source::java, file -> lines(file, Words.CODE_COMMENT)),
  NO_AUTHORS(Tree.Source::java, file -> lines(file, Words.AUTHOR)),
  NO_PRINTING(file -> file.java() && !Words.TERMINAL.matcher(file.path()).find(), file -> lines(file, Words.PRINT)),
  NO_STACK_TRACES(Tree.Source::java, file -> lines(file, Words.STACK_TRACE)),
  NO_DISABLED_TESTS(Tree.Source::java, file -> lines(file, Words.DISABLED)),
  NO_SLEEPING(Tree.Source::java, file -> lines(file, Words.SLEEP)),
  NO_MACHINE_PATHS(file -> true, file -> lines(file, Words.MACHINE_PATH));

  private final Predicate<Tree.Source> where;
  private final Function<Tree.Source, List<Integer>> breaches;

  Tidy(Predicate<Tree.Source> where, Function<Tree.Source, List<Integer>> breaches) {
    this.where = where;
    this.breaches = breaches;
  }

  /** Every breach as {@code path:line RULE}; finding no file to look at is a failure, not a success. */
  List<String> breaches(List<Tree.Source> tree) {
    List<Tree.Source> looked = tree.stream().filter(where).toList();
    if (looked.isEmpty()) {
      throw new AssertionError(name() + " found no file to look at among " + tree.size());
    }
    return looked.stream()
        .flatMap(file -> breaches.apply(file).stream().map(line -> file.path() + ":" + line + " " + name()))
        .toList();
  }

  /** Folders of shipped Java without a package-info.java. */
  static List<String> roomsWithoutSign(List<Tree.Source> tree) {
    Set<String> signs = tree.stream().map(Tree.Source::path)
        .filter(path -> path.endsWith("/package-info.java")).collect(Collectors.toSet());
    List<String> rooms = tree.stream()
        .filter(file -> shipped(file) && !file.path().endsWith("/module-info.java"))
        .map(file -> file.path().substring(0, file.path().lastIndexOf('/'))).distinct().toList();
    if (rooms.isEmpty()) {
      throw new AssertionError("found no package to look at among " + tree.size());
    }
    return rooms.stream().filter(room -> !signs.contains(room + "/package-info.java")).toList();
  }

  private static boolean shipped(Tree.Source file) {
    return file.mainOf("core", "law", "match", "formats", "client", "server", "app", "cluster");
  }

  private static List<Integer> lines(Tree.Source file, Pattern pattern) {
    return lines(file, line -> pattern.matcher(line).find());
  }

  private static List<Integer> lines(Tree.Source file, Predicate<String> breach) {
    List<String> lines = file.lines();
    return IntStream.range(0, lines.size()).filter(i -> breach.test(lines.get(i))).map(i -> i + 1).boxed().toList();
  }

  /** The words looked for, put together so that this file does not name itself. */
  private static final class Words {
    static final Pattern EDITION = Pattern.compile("(?i)an" + "hui|lian" + "yungang|national-2\\d|安" + "徽|连" + "云港");
    static final Pattern LEFTOVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");
    static final Pattern CODE_COMMENT = Pattern.compile("^\\s*//.*[;{}]\\s*$");
    static final Pattern AUTHOR = Pattern.compile("^\\s*\\*\\s*@auth" + "or\\b");
    static final Pattern TERMINAL = Pattern.compile("^(app/src/main|cluster/src/main|bench)/");
    static final Pattern PRINT = Pattern.compile("System\\.(out|err)\\." + "(print|format|write)");
    static final Pattern STACK_TRACE = Pattern.compile("printStack" + "Trace");
    static final Pattern DISABLED = Pattern.compile("@Disab" + "led|@Ign" + "ore\\b");
    static final Pattern SLEEP = Pattern.compile("Thread\\.sl" + "eep|TimeUnit\\.\\w+\\.sl" + "eep");
    static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.-])(/wo" + "rk/|/tmp/ba" + "sh|/ho" + "me/\\w)");

    private Words() {}
  }
}
