package cn.xingheng.server.claims.bulk;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where settled lines come from, for a second look over them. */
interface LineSource {

  /** Whose lines these are. */
  Origin origin();

  /** The oldest knowledge by which a line of these months was decided, or null when there is none. */
  @Nullable Long oldestKnown(SecondLookDesk.Ask ask);

  /**
   * The next lines of these months that may be decided otherwise now.
   *
   * @param codes of physicians of whom anything changed, or null for all
   * @param after the last line of before, or null to begin
   */
  List<Settled> next(SecondLookDesk.Ask ask, @Nullable Set<String> codes, @Nullable Line after, int most);
}
