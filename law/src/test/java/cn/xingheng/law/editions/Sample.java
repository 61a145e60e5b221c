package cn.xingheng.law.editions;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Source;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Texts of editions with one place changed, and what the reader says to them. */
final class Sample {

  private static final String FILE = "sample.yaml";

  private Sample() {}

  /** The text of a shipped edition. */
  static String shipped(String id) {
    return Editions.source(id, Path.of(".")).text();
  }

  /** The text with a passage replaced, which must be there. */
  static String with(String text, String passage, String other) {
    Assertions.assertThat(text).contains(passage);
    return text.replace(passage, other);
  }

  /** The number of the line on which a passage begins. */
  static int line(String text, String passage) {
    int at = text.indexOf(passage);
    Assertions.assertThat(at).as(passage).isNotNegative();
    return (int) text.substring(0, at).chars().filter(letter -> letter == '\n').count() + 1;
  }

  static Edition read(String text) {
    return EditionReader.read(new Source(FILE, 1, text));
  }

  /** The faults that a text is refused for. */
  static List<String> faults(String text) {
    try {
      read(text);
    } catch (LawFault refusal) {
      return refusal.faults().stream().map(Object::toString).toList();
    }
    return List.of();
  }
}
