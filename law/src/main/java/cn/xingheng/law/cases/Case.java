package cn.xingheng.law.cases;

import cn.xingheng.core.facts.Fact;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * 「案例」 Facts, and what the law makes of them.
 *
 * @param editions at least one; several when the area crosses over
 * @param cite the articles it is about, possibly none
 * @param readings overrides of the edition's readings, by name
 * @param calendarUntil the last day whose holiday table counts as published, or null for all that are loaded
 * @param facts in the order of the file, which means nothing
 * @param expectations in the order of the file; one line of the file may be several of one index
 * @param file the file as it was given
 * @param line where it begins, from 1
 */
public record Case(
    String name,
    List<EditionRef> editions,
    List<String> cite,
    SequencedMap<String, Choice> readings,
    @Nullable LocalDate calendarUntil,
    List<Fact> facts,
    List<Expectation> expectations,
    String file,
    int line) {

  public Case {
    editions = List.copyOf(editions);
    cite = List.copyOf(cite);
    readings = new LinkedHashMap<>(readings);
    facts = List.copyOf(facts);
    expectations = List.copyOf(expectations);
    if (editions.isEmpty()) {
      throw new IllegalArgumentException("case " + name + " names no edition");
    }
  }

  /** The same case under another edition. */
  public Case under(EditionRef edition) {
    return new Case(name, List.of(edition), cite, readings, calendarUntil, facts, expectations, file, line);
  }

  /** The same case with other facts. */
  public Case with(List<Fact> others) {
    return new Case(name, editions, cite, readings, calendarUntil, others, expectations, file, line);
  }

  /** The same case asked something else. */
  public Case asking(List<Expectation> others) {
    return new Case(name, editions, cite, readings, calendarUntil, facts, others, file, line);
  }
}
