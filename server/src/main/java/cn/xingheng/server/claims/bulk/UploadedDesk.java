package cn.xingheng.server.claims.bulk;

import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The lines that hospitals uploaded, for the agencies they belong to. */
@Component
public class UploadedDesk {
  private static final int AT_ONCE = 5_000;
  private static final int ON_THE_WAY = 500;
  private final UploadedStore store;
  private final RegisterDesk register;
  private final Clock clock;

  UploadedDesk(UploadedStore store, RegisterDesk register, Clock clock) {
    this.store = store;
    this.register = register;
    this.clock = clock;
  }

  /** The month that it is. */
  YearMonth month() {
    return YearMonth.now(clock);
  }

  /** The next lines after an upload, one more than a page holds. */
  List<Uploaded> page(Viewer viewer, UploadedFilter filter, long after) {
    List<Uploaded> found = new ArrayList<>();
    long last = after;
    do {
      UploadedStore.Some some = store.next(viewer.paths(Right.SETTLEMENT), filter, last, ON_THE_WAY);
      found.addAll(some.lines());
      last = some.last();
    } while (last > 0 && found.size() <= SettlementDesk.ON_A_PAGE);
    return found.size() <= SettlementDesk.ON_A_PAGE ? found : found.subList(0, SettlementDesk.ON_A_PAGE + 1);
  }

  /** All of them, added up by how they stand and by verdict. */
  List<UploadedSum> sums(Viewer viewer, UploadedFilter filter) {
    return store.sums(viewer.paths(Right.SETTLEMENT), filter);
  }

  /** Hands over every line that is asked for. */
  void each(Viewer viewer, UploadedFilter filter, Consumer<Uploaded> taker) {
    long last = 0;
    do {
      UploadedStore.Some some = store.next(viewer.paths(Right.SETTLEMENT), filter, last, AT_ONCE);
      some.lines().forEach(taker);
      last = some.last();
    } while (last > 0);
  }

  /**
   * An upload, whether it stands or not.
   *
   * @throws Problem 404 out of scope
   */
  Uploaded find(Viewer viewer, long id) {
    Uploaded found = store.one(id).orElseThrow(Problem::notFound);
    viewer.require(Right.SETTLEMENT, institution(found).path());
    return found;
  }

  /** Where an upload came from. */
  Organisation institution(Uploaded of) {
    return register.organisation(of.line().institution()).orElseThrow(Problem::notFound);
  }

  /** Every message about the line of an upload, for who has found it in scope. */
  List<Passage> passages(Uploaded of) {
    return store.passages(of);
  }
}
