package cn.xingheng.server.rulebook;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.core.rulebook.Law;
import cn.xingheng.law.editions.Editions;
import cn.xingheng.server.calendar.CalendarDesk;
import cn.xingheng.server.house.Problem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The editions the house works under. Each is immutable; the calendar beside it may gain a year. */
@Component
public class LawDesk {
  private final CalendarDesk calendars;
  private final Map<String, Edition> editions = new LinkedHashMap<>();

  LawDesk(CalendarDesk calendars) {
    this.calendars = calendars;
    for (String id : Editions.shipped()) {
      editions.put(id, Editions.load(id, Path.of("")));
    }
  }

  /** Every edition there is. */
  public Collection<Edition> editions() {
    return editions.values();
  }

  /** The edition with this id, or empty. */
  public Optional<Edition> find(String id) {
    return Optional.ofNullable(editions.get(id));
  }

  /**
   * What a reckoning is made under today.
   *
   * @throws Problem 503 when the house does not have the edition that an organisation names: it says which
   */
  public Law law(String edition) {
    Edition found = find(edition).orElseThrow(() -> Problem.of(503, "problem.no-edition", edition));
    return new Law(found, calendars.current());
  }
}
