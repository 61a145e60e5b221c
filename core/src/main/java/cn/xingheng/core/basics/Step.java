package cn.xingheng.core.basics;

import java.util.List;
import java.util.stream.Collectors;

/**
 * 「依据步骤」 One step of a trail: which facts, by which article, under which readings, make what.
 *
 * @param facts the recorded facts this step rests on, possibly none
 * @param citation the articles it applies
 * @param readings the named readings it was made under, as {@code name=word}
 * @param says what follows, with its arithmetic, in Chinese
 */
public record Step(List<FactId> facts, Citation citation, List<String> readings, String says) {

  public Step {
    facts = List.copyOf(facts);
    readings = List.copyOf(readings);
  }

  /** The step as one line of text. */
  public String line() {
    StringBuilder line = new StringBuilder(says).append("〔").append(citation).append("〕");
    if (!readings.isEmpty()) {
      line.append("（读法 ").append(String.join("，", readings)).append("）");
    }
    if (!facts.isEmpty()) {
      line.append(facts.stream().map(FactId::value).collect(Collectors.joining(", ", " ← ", "")));
    }
    return line.toString();
  }
}
