package cn.xingheng.law.cases;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * 「所问」 What every expectation has.
 *
 * @param index its place in the case's list, from 0; two expectations of one index stand on one entry of the file
 * @param line its line in the file, from 1
 * @param known the day at whose end one asks what was known, or null for all that is known now
 * @param wants the fields that are asserted, by their names in the file, in its order: a {@code String},
 *     {@code Integer}, {@code Boolean}, {@code LocalDate} or the text {@code provisional}, {@code Money},
 *     {@code Share}, {@code List<String>}, {@code Map<String, Object>} of a window, or a list of such maps
 */
public record Ask(int index, int line, @Nullable LocalDate known, SequencedMap<String, Object> wants) {

  public Ask {
    wants = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(wants));
  }
}
