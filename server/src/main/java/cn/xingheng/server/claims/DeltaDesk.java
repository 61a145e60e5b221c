package cn.xingheng.server.claims;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.match.SnapshotSeal;
import cn.xingheng.server.house.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells an institution's system what changed for its physicians, by the numbers of the changes: whoever keeps the last
 * number it was told misses nothing, however long it was away.
 */
@Component
public class DeltaDesk {
  /** The most changes of one answer. */
  static final int MOST = 1_000;

  private final DeltaStore store;
  private final SnapshotDesk snapshots;
  private final SealDesk seals;
  private final Clock clock;

  DeltaDesk(DeltaStore store, SnapshotDesk snapshots, SealDesk seals, Clock clock) {
    this.store = store;
    this.snapshots = snapshots;
    this.seals = seals;
    this.clock = clock;
  }

  /**
   * The changes after a number; all there is, after 0.
   *
   * @param most how many at most, from 1 to {@link #MOST}; the last change told is told whole
   * @throws Problem 400 for a number that was never given, 503 when the knowledge at hand may be old
   */
  public StandingChanges after(InstitutionId institution, long no, int most) {
    Snapshot snapshot = snapshots.current();
    if (no < 0 || no > snapshot.no() || most < 1 || most > MOST) {
      throw Problem.of(400, "claims.problem.change-number", Integer.toString(MOST));
    }
    List<DeltaStore.Told> told = store.after(no, snapshot.no(), institution.value(), most + 1);
    boolean more = told.size() > most;
    long next = more ? told.get(most).no() - 1 : snapshot.no();
    if (more && next < told.getFirst().no()) {
      // One change of more physicians than asked for: it is told whole all the same, or nobody could go on.
      next = told.getFirst().no();
      told = store.after(no, next, institution.value(), Integer.MAX_VALUE);
    }
    long until = next;
    Map<String, Long> last = new LinkedHashMap<>();
    told.stream().filter(one -> one.no() <= until).forEach(
        one -> {
          last.remove(one.code());
          last.put(one.code(), one.no());
        });
    List<StandingChanges.Entry> entries = new ArrayList<>();
    last.forEach((code, number) -> entries.add(entry(snapshot, institution, code, number)));
    return new StandingChanges(
        entries, next, more, institution.value(), no, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        snapshots.lawAt(snapshot, institution).map(LawWord::of).orElse(""),
        !snapshot.followed() || store.ofAll(no, next));
  }

  /** The signature over an answer as it is sent. */
  SealDesk.Sealed seal(byte[] told) {
    return seals.seal(SnapshotSeal.CHANGES, told);
  }

  private static StandingChanges.Entry entry(Snapshot snapshot, InstitutionId institution, String code, long no) {
    Timeline timeline = snapshot.codes().find(code);
    Stay stay = timeline == null ? null : timeline.stays().get(institution.value());
    return new StandingChanges.Entry(no, code, stay == null ? List.of() : stay.days());
  }

  /** The number of the last change that is told by now. */
  public long known() {
    return snapshots.current().no();
  }

  /** Waits until something changed after this number, whomever it concerns, or so long. */
  public void await(long no, Duration time) {
    snapshots.awaitLater(no, time);
  }
}
