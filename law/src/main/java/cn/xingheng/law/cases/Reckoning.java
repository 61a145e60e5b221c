package cn.xingheng.law.cases;

import cn.xingheng.core.calendar.WorkCalendar;
import cn.xingheng.core.rulebook.Edition;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** 「推算」 What the law makes of the facts of one case. */
public interface Reckoning {

  /** The answer to one question; fields that the expectation does not want may be there too. */
  Answer answer(Expectation expectation);

  /**
   * 「答案」 Fields and their trail.
   *
   * @param actual by the names that the expectation uses, in a stable order; {@code String}, {@code Integer},
   *     {@code Boolean}, {@code LocalDate} or the text {@code provisional}, {@code Money}, {@code Share},
   *     {@code List<String>}, {@code Map}, list of {@code Map}, or null where the law gives none
   * @param why the lines of the trail
   */
  record Answer(SequencedMap<String, @Nullable Object> actual, List<String> why) {}

  /** 「推算的由来」 Makes the reckoning of one case under one edition and one calendar. */
  interface Factory {
    /** The reckoning; {@code edition} and {@code calendar} already read as the case asks. */
    Reckoning of(Case c, Edition edition, WorkCalendar calendar);
  }
}
