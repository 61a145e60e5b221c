package cn.xingheng.server.claims.bulk;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a page shows of what was found, which is one more than it holds when more follows.
 *
 * @param next where the next page begins, or 0 when there is none
 */
record Paged<T>(List<T> shown, long next) {
  Paged {
    shown = List.copyOf(shown);
  }

  static <T> Paged<T> of(List<T> found, ToLongFunction<T> place) {
    boolean more = found.size() > SettlementDesk.ON_A_PAGE;
    List<T> shown = more ? found.subList(0, SettlementDesk.ON_A_PAGE) : found;
    return new Paged<>(shown, more ? place.applyAsLong(shown.getLast()) : 0);
  }
}
