package cn.xingheng.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 「整块匹配」 Decides the claim lines of one block after another: bytes in, bytes out, totals on the side.
 *
 * <p>One thread at a time. What a block gave is there until the next block is matched.
 */
final class BlockMatcher {
  /**
   * A line that goes to the rejects.
   *
   * @param line lines of the block before it
   * @param from where its record begins in the block
   * @param to where its record ends, the line end left out
   */
  record Rejected(int line, Reason reason, int from, int to) {}

  private final StandingTable table;
  private final Outcome[] outcomes;
  private final RecordCursor record;
  private final ClaimLine claim;
  private final Batch batch = new Batch();
  private final Totals totals;
  private final Bytes verdicts = new Bytes(1 << 16);
  private final @Nullable ClaimIds ids;
  private final List<Rejected> rejects = new ArrayList<>();
  private int records;
  private int lines;
  /** Empty lines since the last record: whether they are lines is known when a record follows. */
  private int emptyLines;

  BlockMatcher(StandingTable table, Columns columns, Outcome[] outcomes, boolean keepsIds) {
    this.ids = keepsIds ? new ClaimIds() : null;
    this.table = table;
    this.outcomes = outcomes;
    this.record = new RecordCursor(columns.count());
    this.claim = new ClaimLine(columns);
    this.totals = new Totals(table, outcomes);
  }

  /**
   * Matches the whole records in {@code [from, to)}; the last ends with a line feed, and {@link Chunk#SLACK} bytes
   * follow.
   */
  void match(byte[] block, int from, int to) {
    verdicts.clear();
    rejects.clear();
    if (ids != null) {
      ids.clear();
    }
    records = 0;
    emptyLines = 0;
    record.open(block, from, to);
    while (record.next()) {
      if (record.fault() == Reason.EMPTY_LINE) {
        emptyLines++;
        continue;
      }
      settleEmptyLines();
      records++;
      Reason fault = take();
      if (fault != null) {
        rejects.add(new Rejected(record.line(), fault, record.rawStart(), record.rawEnd()));
      }
    }
    decideBatch();
    lines = record.linesPassed();
    totals.read(records);
  }

  /** A record follows: the empty lines before it are lines after all, and rejects. */
  private void settleEmptyLines() {
    int before = emptyLines;
    emptyLines = 0;
    for (int line = record.line() - before; line < record.line(); line++) {
      rejects.add(new Rejected(line, Reason.EMPTY_LINE, record.rawStart(), record.rawStart()));
      records++;
    }
  }

  /** Takes the record up for decision; why it cannot, or null. */
  private @Nullable Reason take() {
    Reason fault = record.fault();
    if (fault == null) {
      fault = claim.read(record);
    }
    if (fault != null) {
      return fault;
    }
    if (!batch.hasRoom(record)) {
      decideBatch();
    }
    batch.add(record, claim);
    if (ids != null) {
      ids.add(record.text(), record.start(claim.claimId()), record.end(claim.claimId()), record.line());
    }
    return null;
  }

  private void decideBatch() {
    batch.decide(table);
    batch.addTo(totals);
    byte[] text = batch.text();
    for (int i = 0; i < batch.size(); i++) {
      Outcome outcome = outcomes[batch.outcome(i)];
      if (batch.isPlain()) {
        verdicts.append(text, batch.claimIdFrom(i), batch.claimIdTo(i));
      } else {
        verdicts.appendField(text, batch.claimIdFrom(i), batch.claimIdTo(i));
      }
      verdicts.append(outcome.ending(), 0, outcome.ending().length);
    }
    batch.clear();
  }

  /** The verdict lines of the block. */
  Bytes verdicts() {
    return verdicts;
  }

  /** The rejected lines of the block, in their order. */
  List<Rejected> rejects() {
    return rejects;
  }

  /** The ids of the decided lines of the block; null when nobody asked for them. */
  @Nullable ClaimIds ids() {
    return ids;
  }

  /** How many records the block held, the empty lines at its end left out. */
  int records() {
    return records;
  }

  /** How many lines the block held. */
  int lines() {
    return lines;
  }

  /** How many empty lines the block ends with. */
  int emptyLines() {
    return emptyLines;
  }

  /** All blocks so far. */
  Totals totals() {
    return totals;
  }
}
