package cn.xingheng.match;

import cn.xingheng.core.claims.Setting;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * 「批」 Claim lines that are read and not yet decided, all of them in the same bytes.
 *
 * <p>Deciding a line is mostly waiting: code and timeline of its physician lie anywhere in tens of megabytes. Looked up
 * together, the waits of a batch overlap. On 20 million lines in random order this took the processor time of a line
 * from 0.71
 * to 0.51 microseconds.
 */
final class Batch {
  /** Enough for the waits to overlap, few enough to stay in the nearest cache. */
  private static final int SIZE = 64;

  private final int[] claimIdFrom = new int[SIZE];
  private final int[] claimIdTo = new int[SIZE];
  private final int[] physicianFrom = new int[SIZE];
  private final int[] physicianTo = new int[SIZE];
  private final int[] institutionFrom = new int[SIZE];
  private final int[] institutionTo = new int[SIZE];
  private final int[] physician = new int[SIZE];
  private final int[] institution = new int[SIZE];
  private final int[] day = new int[SIZE];
  private final Setting[] setting = new Setting[SIZE];
  private final long[] fen = new long[SIZE];
  private byte[] text = {};
  private int size;
  @SuppressWarnings("UnusedVariable") // written, so that fetching timelines is not left out as useless
  private long touched;

  Batch() {
    Arrays.fill(setting, Setting.OUTPATIENT);
  }

  boolean isFull() {
    return size == SIZE;
  }

  int size() {
    return size;
  }

  /** The bytes in which the lines lie. */
  byte[] text() {
    return text;
  }

  void clear() {
    size = 0;
  }

  /** Adds a line that lies in the same bytes as those before, unless there are none. */
  void add(RecordCursor record, ClaimLine claim) {
    text = record.text();
    claimIdFrom[size] = record.start(claim.claimId());
    claimIdTo[size] = record.end(claim.claimId());
    physicianFrom[size] = record.start(claim.physician());
    physicianTo[size] = record.end(claim.physician());
    institutionFrom[size] = record.start(claim.institution());
    institutionTo[size] = record.end(claim.institution());
    day[size] = claim.day();
    setting[size] = claim.setting();
    fen[size] = claim.fen();
    size++;
  }

  /** Finds the codes of all lines, and fetches the timelines. */
  void lookUp(StandingTable table) {
    table.physicians().findAll(text, physicianFrom, physicianTo, size, physician);
    table.institutions().findAll(text, institutionFrom, institutionTo, size, institution);
    touched += table.touch(physician, size);
  }

  /** What the table says of a line that was looked up. */
  int finding(int line, StandingTable table) {
    return physicianFrom[line] == physicianTo[line]
        ? Finding.NO_CODE
        : table.find(physician[line], institution[line], day[line]);
  }

  int claimIdFrom(int line) {
    return claimIdFrom[line];
  }

  int claimIdTo(int line) {
    return claimIdTo[line];
  }

  /** The number of the institution, or -1. */
  int institution(int line) {
    return institution[line];
  }

  String institutionCode(int line) {
    int from = institutionFrom[line];
    return new String(text, from, institutionTo[line] - from, StandardCharsets.UTF_8);
  }

  Setting setting(int line) {
    return setting[line];
  }

  long fen(int line) {
    return fen[line];
  }
}
