package cn.xingheng.law.editions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Every edition file with one fault in it: found on the nodes, made in the text, so that lines are real. */
final class Mutants {

  /** Texts of the author's own: any other text is as lawful. */
  private static final Set<String> FREE =
      Set.of("edition", "title", "documents", "gloss", "reason", "grades", "cited-as");

  /** Where a word such as {@code open} stands, a number is as lawful. */
  private static final Set<String> WORD_OR_NUMBER = Set.of("at-most", "through", "budget", "term");

  private final String text;
  private final List<Mutant> deleted = new ArrayList<>();
  private final List<Mutant> misspelt = new ArrayList<>();
  private final List<Mutant> mistyped = new ArrayList<>();
  private final List<Mutant> outOfBounds = new ArrayList<>();
  private int keys;

  /**
   * One faulty file.
   *
   * @param lines the lines one of which the reader must name
   */
  record Mutant(String what, String text, Set<Integer> lines) {}

  Mutants(String text) {
    this.text = text;
    Node root = new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow();
    mapping((MappingNode) root, "", 1);
  }

  List<Mutant> deleted() {
    return deleted;
  }

  List<Mutant> misspelt() {
    return misspelt;
  }

  List<Mutant> mistyped() {
    return mistyped;
  }

  List<Mutant> outOfBounds() {
    return outOfBounds;
  }

  /** How many keys the file has, at any depth. */
  int keys() {
    return keys;
  }

  private void mapping(MappingNode mapping, String path, int parentLine) {
    List<NodeTuple> tuples = mapping.getValue();
    for (int i = 0; i < tuples.size(); i++) {
      Node key = tuples.get(i).getKeyNode();
      Node value = tuples.get(i).getValueNode();
      String name = ((ScalarNode) key).getValue();
      String here = path + "/" + name;
      keys++;
      delete(mapping, i, here, parentLine);
      misspell(key, name, here);
      values(value, name, here, line(key), key);
      if (value instanceof MappingNode inner) {
        mapping(inner, here, line(key));
      } else if (value instanceof SequenceNode sequence) {
        elements(sequence, name, here, line(key));
      }
    }
  }

  private void delete(MappingNode mapping, int i, String here, int parentLine) {
    List<NodeTuple> tuples = mapping.getValue();
    boolean block = text.charAt(start(mapping)) != '{';
    int from = block ? lineStart(start(tuples.get(i).getKeyNode())) : start(tuples.get(i).getKeyNode());
    int to = block ? lineAfter(end(tuples.get(i).getValueNode())) : end(tuples.get(i).getValueNode());
    Set<Integer> lines = new TreeSet<>(List.of(parentLine, line(tuples.get(0).getKeyNode())));
    if (!block && i + 1 < tuples.size()) {
      to = start(tuples.get(i + 1).getKeyNode());
    } else if (!block && i > 0) {
      from = end(tuples.get(i - 1).getValueNode());
    }
    deleted.add(new Mutant("删去 " + here, text.substring(0, from) + text.substring(to), lines));
  }

  private void misspell(Node key, String name, String here) {
    boolean quoted = text.charAt(start(key)) == '"';
    for (String wrong : List.of(name + "x", name.substring(1), "x" + name.substring(1))) {
      String written = quoted || wrong.startsWith(".") ? '"' + wrong + '"' : wrong;
      misspelt.add(replace("错写 " + here + " → " + wrong, key, written, line(key)));
    }
  }

  private void values(Node value, String name, String here, int line, Node key) {
    for (String other : otherTypes(value, name)) {
      mistyped.add(replaceValue("换类型 " + here + " → " + other, key, value, other, line));
    }
    for (String other : beyond(value, name)) {
      outOfBounds.add(replaceValue("越界 " + here + " → " + other, key, value, other, line));
    }
  }

  private void elements(SequenceNode sequence, String name, String here, int line) {
    for (Node element : sequence.getValue()) {
      for (String other : List.of("[1]", "{a: 1}", "7", "~")) {
        mistyped.add(replace("换类型 " + here + "[] → " + other, element, other, line));
      }
      if (!FREE.contains(name)) {
        outOfBounds.add(replace("越界 " + here + "[] → nonsense", element, "nonsense", line));
      }
      String once = text.substring(start(element), end(element));
      outOfBounds.add(replace("重复 " + here + "[]", element, once + ", " + once, line));
    }
    if (List.of("cite", "term-cite", "leave-cite", "special-cite", "on", "documents").contains(name)) {
      outOfBounds.add(replace("清空 " + here, sequence, "[]", line));
    }
  }

  private static List<String> otherTypes(Node value, String name) {
    if (value instanceof MappingNode) {
      return List.of("[1]", "7", "true", "~", "nonsense");
    }
    if (value instanceof SequenceNode) {
      return List.of("{a: 1}", "7", "true", "~", "nonsense");
    }
    List<String> others = new ArrayList<>(List.of("[1]", "{a: 1}", "~", "1.5"));
    boolean number = Tag.INT.equals(((ScalarNode) value).getTag());
    if (!Tag.BOOL.equals(((ScalarNode) value).getTag())) {
      others.add("true");
    }
    if (number) {
      others.addAll(List.of("twelve", "\"7\"", "2026-01-01"));
    } else if (!WORD_OR_NUMBER.contains(name)) {
      others.add("7");
    }
    return others;
  }

  private static List<String> beyond(Node value, String name) {
    if (!(value instanceof ScalarNode scalar)) {
      return List.of();
    }
    String word = scalar.getValue();
    if (Tag.INT.equals(scalar.getTag())) {
      return List.of("-1", "100000", "99999999999999999999");
    }
    if (word.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return List.of("1800-01-01", "2500-01-01", "2019-02-30", "2019-1-1", "nonsense");
    }
    if (word.matches("\\d\\d-\\d\\d")) {
      return List.of("13-01", "02-30", "nonsense");
    }
    if (word.matches("\\d+/\\d+")) {
      return List.of("0/20", "3/2", "1/0", "-1/20", "1/20/3", "nonsense");
    }
    if (name.equals("gloss") || name.equals("reason") || name.equals("title")) {
      return List.of("长".repeat(61), "\"两\\n行\"", "\"\"", "\" \"");
    }
    if (name.equals("physician")) {
      return List.of("\"[0-9\"", "\".*\"", "\"\"");
    }
    return FREE.contains(name) || !word.matches("[A-Za-z0-9.-]+") ? List.of("\"\"") : List.of("nonsense", "\"\"");
  }

  private Mutant replaceValue(String what, Node key, Node value, String other, int line) {
    boolean block = value instanceof MappingNode && text.charAt(start(value)) != '{';
    if (!block) {
      return replace(what, value, other, line);
    }
    String rest = text.substring(lineAfter(end(value)));
    return new Mutant(what, text.substring(0, end(key)) + ": " + other + "\n" + rest, Set.of(line));
  }

  private Mutant replace(String what, Node node, String other, int line) {
    return new Mutant(what, text.substring(0, start(node)) + other + text.substring(end(node)), Set.of(line));
  }

  private int lineStart(int index) {
    return text.lastIndexOf('\n', index - 1) + 1;
  }

  /** Where the first line begins that holds nothing of what ended here. */
  private int lineAfter(int index) {
    boolean begun = !text.substring(lineStart(index), index).isBlank();
    return begun ? text.indexOf('\n', index) + 1 : lineStart(index);
  }

  private static int start(Node node) {
    return node.getStartMark().map(Mark::getIndex).orElseThrow();
  }

  private static int end(Node node) {
    return node.getEndMark().map(Mark::getIndex).orElseThrow();
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElseThrow() + 1;
  }
}
