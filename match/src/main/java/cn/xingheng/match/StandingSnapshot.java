package cn.xingheng.match;

import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.core.standing.Cause;
import cn.xingheng.core.standing.Standing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 「快照查询」 The standings of a snapshot file and of changes since, asked line by line: immutable.
 *
 * <p>A line gets what {@link MatchRun} gives it on the same rows.
 */
public final class StandingSnapshot {
  private final StandingTable table;
  private final SnapshotNote note;
  private final Map<String, List<StandingSpan>> changed;
  /** The rows of those who changed; of them the first table says nothing any more. */
  private final StandingTable later;

  private StandingSnapshot(StandingTable table, SnapshotNote note, Map<String, List<StandingSpan>> changed) {
    this.table = table;
    this.note = note;
    this.changed = changed;
    SnapshotBuilder rows = new SnapshotBuilder();
    changed.forEach(rows::add);
    this.later = rows.table();
  }

  /**
   * 「判定」 What a line gets.
   *
   * @param because null for a payable line, and for an unresolved one whose row names no cause
   * @param until the last day, inclusive, before the verdict becomes another one by these rows; null without end
   */
  public record Answer(Verdict verdict, @Nullable Cause because, @Nullable LocalDate until) {}

  /**
   * Opens a file.
   *
   * @param key whose signature it must carry; null takes it without looking at any
   * @throws UnusableInput when it is damaged, of another version, or not signed by that key
   */
  public static StandingSnapshot open(Path snapshot, @Nullable PublicKey key) throws IOException {
    if (key != null) {
      SnapshotFile.verify(snapshot, key);
    }
    return new StandingSnapshot(SnapshotFile.open(snapshot), SnapshotFile.note(snapshot), Map.of());
  }

  /** What the file says of itself. */
  public SnapshotNote note() {
    return note;
  }

  /**
   * The same with the rows of some physicians replaced.
   *
   * @param rows all rows of each, by code; codes that cannot stand in a snapshot are passed over
   * @throws IllegalArgumentException when two rows of one physician and institution share a day
   */
  public StandingSnapshot with(Map<String, List<StandingSpan>> rows) {
    Map<String, List<StandingSpan>> all = new HashMap<>(changed);
    rows.forEach(
        (code, spans) -> {
          if (SnapshotBuilder.takes(code)) {
            all.put(code, List.copyOf(spans));
          }
        });
    try {
      return new StandingSnapshot(table, note, all);
    } catch (OverlappingRows overlap) {
      throw new IllegalArgumentException("two rows of one physician share a day", overlap);
    }
  }

  /**
   * The answer to a line.
   *
   * @param physician the code; empty when the line has none
   * @param atStoppedInstitution what an urgent line gets whose only cause is the institution's own stop
   */
  public Answer answer(
      String physician, String institution, LocalDate day, Setting setting, Verdict atStoppedInstitution) {
    if (physician.isEmpty()) {
      return of(Finding.NO_CODE, setting, atStoppedInstitution, null);
    }
    if (!SnapshotBuilder.takes(physician) || !SnapshotBuilder.takes(institution)) {
      return new Answer(Verdict.UNRESOLVED, null, null);
    }
    StandingTable asked = changed.containsKey(physician) ? later : table;
    int[] found = new int[1];
    asked.findAll(one(physician), 1, found);
    int[] place = new int[1];
    asked.institutions().findAll(one(institution), 1, place);
    int number = Days.of(day);
    int finding = asked.find(found[0], place[0], number);
    Verdict verdict = verdict(finding, setting, atStoppedInstitution);
    for (int turn = asked.nextTurn(found[0], number); turn >= 0; turn = asked.nextTurn(found[0], turn)) {
      int next = asked.find(found[0], place[0], turn);
      if (verdict(next, setting, atStoppedInstitution) != verdict) {
        return of(finding, setting, atStoppedInstitution, Days.day(turn - 1));
      }
    }
    return of(finding, setting, atStoppedInstitution, null);
  }

  private static Verdict verdict(int finding, Setting setting, Verdict atStoppedInstitution) {
    Standing standing = Finding.standing(finding);
    return Verdict.of(standing, Finding.cause(finding), setting, atStoppedInstitution);
  }

  private static Answer of(int finding, Setting setting, Verdict atStoppedInstitution, @Nullable LocalDate until) {
    return new Answer(verdict(finding, setting, atStoppedInstitution), Finding.cause(finding), until);
  }

  private static Codes one(String code) {
    byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
    Codes one = new Codes(1);
    one.set(0, Arrays.copyOf(bytes, bytes.length + Chunk.SLACK), 0, bytes.length);
    return one;
  }
}
