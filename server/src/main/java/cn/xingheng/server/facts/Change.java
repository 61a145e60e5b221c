package cn.xingheng.server.facts;

import java.util.List;
import java.util.Locale;

/**
 * Something is answered otherwise than before.
 *
 * @param no the change number: one more than that of the change before, in the order in which they became visible
 * @param persons whose standing or codes changed; only of {@link What#PERSONS}
 */
public record Change(long no, What what, List<String> persons) {
  public Change {
    persons = List.copyOf(persons);
  }

  /** What changed. */
  public enum What {
    PERSONS,
    ORGANISATIONS,
    KEYS,
    /** A year of the calendar came into force; the projections do not follow it yet. */
    CALENDAR,
    /** The projections follow the calendar again. */
    PROJECTIONS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
