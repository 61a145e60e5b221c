package cn.xingheng.law.cases;

import cn.xingheng.core.basics.FactId;
import cn.xingheng.core.calendar.WorkCalendar;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.rulebook.Edition;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A case that passes, and its reckoning, to be asked further questions. */
record Probe(Case c, Edition edition, WorkCalendar calendar, Reckoning reckoning, CaseResult result) {

  /** The facts of a type. */
  <T extends Fact> Stream<T> facts(Class<T> type) {
    return c.facts().stream().filter(type::isInstance).map(type::cast);
  }

  /** The expectations of a type. */
  <T extends Expectation> Stream<T> expectations(Class<T> type) {
    return c.expectations().stream().filter(type::isInstance).map(type::cast);
  }

  /** Whether the case asserts that the fact is taken, held or refused. */
  boolean judges(FactId fact) {
    return expectations(Expectation.TakenOrNot.class).anyMatch(taken -> taken.fact().equals(fact));
  }

  /** A question for these fields. */
  static Ask ask(@Nullable LocalDate known, String... fields) {
    SequencedMap<String, Object> wants = new LinkedHashMap<>();
    List.of(fields).forEach(field -> wants.put(field, ""));
    return new Ask(0, 1, known, wants);
  }

  /** The field of an answer, when there is one of this type. */
  <T> Optional<T> answer(Expectation question, String field, Class<T> type) {
    try {
      Object value = reckoning.answer(question).actual().get(field);
      return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    } catch (RuntimeException noAnswer) {
      return Optional.empty();
    }
  }

  /** A day inside a window of an answer. */
  Optional<LocalDate> windowEnd(Expectation question, String field, String end) {
    return answer(question, field, Map.class)
        .map(window -> window.get(end))
        .filter(LocalDate.class::isInstance)
        .map(LocalDate.class::cast);
  }

  /** The words that an expectation asserts, {@code due} and {@code not-due} together. */
  static List<String> duties(Expectation expectation) {
    return Stream.of("due", "not-due")
        .map(field -> expectation.wants().get(field))
        .filter(Objects::nonNull)
        .flatMap(words -> Comparison.words(words).stream())
        .toList();
  }
}
