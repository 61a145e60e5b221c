package cn.xingheng.match;

import cn.xingheng.core.claims.Setting;
import java.util.Arrays;

/**
 * 「批」 Claim lines that are read and not yet decided, all of them in the same bytes.
 *
 * <p>Deciding a line is mostly waiting: code and timeline of its physician lie anywhere in tens of megabytes. Looked up
 * together, the waits of a batch overlap: with standings of 300,000 physicians this took the processor time of a line
 * from 0.59 to 0.27 microseconds, with a few hundred that stay in the nearest cache it changes nothing.
 */
final class Batch {
  /** Enough for the waits to overlap, few enough to stay in the nearest cache. */
  static final int SIZE = 64;

  private final int[] claimIdFrom = new int[SIZE];
  private final int[] claimIdTo = new int[SIZE];
  private final Codes physicians = new Codes(SIZE);
  private final Codes institutions = new Codes(SIZE);
  private final int[] dossier = new int[SIZE];
  private final int[] institution = new int[SIZE];
  private final int[] day = new int[SIZE];
  private final int[] outcome = new int[SIZE];
  private final Setting[] setting = new Setting[SIZE];
  private final long[] fen = new long[SIZE];
  private byte[] text = {};
  private boolean plain;
  private int size;
  @SuppressWarnings("UnusedVariable") // written, so that fetching dossiers is not left out as useless
  private long fetched;

  Batch() {
    Arrays.fill(setting, Setting.OUTPATIENT);
  }

  /** Whether this record of the block can be added: it must lie in the same bytes as the others. */
  boolean hasRoom(RecordCursor record) {
    return size == 0 || (size < SIZE && plain != record.hadQuotes());
  }

  int size() {
    return size;
  }

  /** The bytes in which the claim ids lie. */
  byte[] text() {
    return text;
  }

  /** Whether no record had quotes, so that no claim id needs any. */
  boolean isPlain() {
    return plain;
  }

  void clear() {
    size = 0;
  }

  /** Adds a line for which there is room. */
  void add(RecordCursor record, ClaimLine claim) {
    text = record.text();
    plain = !record.hadQuotes();
    claimIdFrom[size] = record.start(claim.claimId());
    claimIdTo[size] = record.end(claim.claimId());
    physicians.set(size, text, record.start(claim.physician()), record.end(claim.physician()));
    institutions.set(size, text, record.start(claim.institution()), record.end(claim.institution()));
    day[size] = claim.day();
    setting[size] = claim.setting();
    fen[size] = claim.fen();
    size++;
  }

  /** Decides all lines. */
  void decide(StandingTable table) {
    fetched += table.findAll(physicians, size, dossier);
    table.institutions().findAll(institutions, size, institution);
    for (int i = 0; i < size; i++) {
      int finding = physicians.isEmpty(i) ? Finding.NO_CODE : table.find(dossier[i], institution[i], day[i]);
      outcome[i] = Outcome.number(setting[i], finding);
    }
  }

  /** The number of the outcome of a line that was decided. */
  int outcome(int line) {
    return outcome[line];
  }

  /** Adds the decided lines up. */
  void addTo(Totals totals) {
    for (int i = 0; i < size; i++) {
      if (institution[i] >= 0) {
        totals.decided(outcome[i], institution[i], fen[i]);
      } else {
        totals.decided(outcome[i], institutions, i, fen[i]);
      }
    }
  }

  int claimIdFrom(int line) {
    return claimIdFrom[line];
  }

  int claimIdTo(int line) {
    return claimIdTo[line];
  }
}
