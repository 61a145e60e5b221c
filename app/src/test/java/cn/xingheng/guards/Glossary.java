package cn.xingheng.guards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The glossary page beside the sources of core: rooms and public types, each with its Chinese term. */
final class Glossary {
  private static final String CORE = "core/src/main/java/cn/xingheng/core/";
  private static final Pattern TERM = Pattern.compile("「([^」]+)」");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("(?m)^public (?:abstract |final |sealed |non-sealed )*(?:class|record|interface|enum) (\\w+)");
  private static final Pattern ROOM = Pattern.compile("^## (\\w+) · (.+)$");
  private static final Pattern ROW = Pattern.compile("^\\| ([^|]+) \\| ([^|]+) \\|[^|]*\\|$");
  private static final Pattern CODE = Pattern.compile("^`(\\w+)`$");
  private static final Pattern HEAD = Pattern.compile("^(English|-+)$");

  private Glossary() {}

  /** What the page and the sources do not agree about; finding no type or no row is a failure. */
  static List<String> differences(List<Tree.Source> tree, String page) {
    Map<String, String> sources = ofSources(tree);
    Map<String, String> rows = new LinkedHashMap<>();
    List<String> differences = new ArrayList<>(ofPage(page, rows));
    if (sources.isEmpty() || rows.isEmpty()) {
      throw new AssertionError(sources.size() + " terms in the sources and " + rows.size() + " in the glossary");
    }
    sources.forEach((name, term) -> {
      String said = rows.remove(name);
      if (said == null) {
        differences.add(name + " 「" + term + "」 is not in the glossary");
      } else if (!said.equals(term)) {
        differences.add(name + " is 「" + term + "」 in the sources and 「" + said + "」 in the glossary");
      }
    });
    rows.keySet().forEach(name -> differences.add(name + " is in the glossary and nowhere else"));
    return differences;
  }

  /** Rooms and types by name, {@code room} and {@code room.Type}, with their terms. */
  private static Map<String, String> ofSources(List<Tree.Source> tree) {
    Map<String, String> terms = new LinkedHashMap<>();
    for (Tree.Source file : tree) {
      if (!file.java() || !file.path().startsWith(CORE) || file.path().indexOf('/', CORE.length()) < 0) {
        continue;
      }
      String room = file.path().substring(CORE.length(), file.path().indexOf('/', CORE.length()));
      if (file.path().endsWith("/package-info.java")) {
        terms.put(room, term(file.text()));
      }
      Matcher type = PUBLIC_TYPE.matcher(file.text());
      if (type.find()) {
        String before = file.text().substring(0, type.start());
        terms.put(room + "." + type.group(1), term(before.substring(Math.max(0, before.lastIndexOf("/**")))));
      }
    }
    return terms;
  }

  private static String term(String javadoc) {
    Matcher term = TERM.matcher(javadoc);
    return term.find() ? term.group(1) : "(no term)";
  }

  /** Fills the rows of rooms and types; says which rows are neither in code letters nor words of the field. */
  private static List<String> ofPage(String page, Map<String, String> rows) {
    List<String> wrong = new ArrayList<>();
    String room = "";
    for (String line : page.lines().toList()) {
      Matcher heading = ROOM.matcher(line);
      Matcher row = ROW.matcher(line);
      if (heading.matches()) {
        room = heading.group(1);
        rows.put(room, heading.group(2));
      } else if (line.startsWith("## ")) {
        room = "";
      } else if (row.matches() && !HEAD.matcher(row.group(1)).matches()) {
        Matcher code = CODE.matcher(row.group(1));
        if (code.matches() == room.isEmpty()) {
          wrong.add(row.group(1) + " stands under the wrong heading");
        } else if (!room.isEmpty() && rows.put(room + "." + code.group(1), row.group(2)) != null) {
          wrong.add(row.group(1) + " stands there twice");
        }
      }
    }
    return wrong;
  }
}
