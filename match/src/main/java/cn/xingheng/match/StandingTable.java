package cn.xingheng.match;

import cn.xingheng.core.standing.Standing;

/**
 * 「资格快照」 Who stood how, where and when: immutable, in memory, made for being asked millions of times a second.
 *
 * <p>All physicians lie in one flat array, each as a dossier: the four longs of the code, the number of rows, and the
 * rows, two longs each: institution and first day, then last day (inclusive) and {@link Finding}, in the order of
 * institution and first day. So a physician is found by one look into the slots, and judged by one into the dossiers.
 * {@link StandingTableBuilder} makes one.
 */
final class StandingTable {
  /** The dossier of nobody, where a free slot points: no code, no rows. */
  static final int NOBODY = 0;

  /** Longs before the rows of a dossier. */
  static final int HEAD = Codes.WORDS + 1;

  /**
   * Longs at the beginning of the dossiers that are nobody's: as many as are read of any dossier before its code is
   * known.
   */
  static final int FIRST = 16;

  /** 9999-12-31, which stands for no end. */
  private static final int LAST_DAY = 3_652_424;

  /** More rows than this are halved before they are walked. */
  private static final int WALKED = 8;

  private final CodeTable institutions;
  /** Hash of the code in the upper half, its dossier in the lower; 0 where free. A power of two, at most half full. */
  private final long[] slots;

  private final long[] dossiers;

  StandingTable(CodeTable institutions, long[] slots, long[] dossiers) {
    this.institutions = institutions;
    this.slots = slots;
    this.dossiers = dossiers;
  }

  CodeTable institutions() {
    return institutions;
  }

  long[] slots() {
    return slots;
  }

  long[] dossiers() {
    return dossiers;
  }

  static long opening(int institution, int day) {
    return (long) institution << 32 | day;
  }

  static long closing(int lastDay, int finding) {
    return (long) lastDay << 32 | finding;
  }

  static int place(long opening) {
    return (int) (opening >> 32);
  }

  static int firstDay(long opening) {
    return (int) opening;
  }

  static int lastDay(long closing) {
    return (int) (closing >> 32);
  }

  static int finding(long closing) {
    return (int) closing;
  }

  /**
   * The dossier of each of these codes, or {@link #NOBODY} where none has it, and its first rows fetched.
   *
   * <p>Three loops without a wait in them: the processor fetches many slots, then many dossiers, at once. See {@link
   * Batch}.
   *
   * @return means nothing; it makes the fetching count
   */
  long findAll(Codes codes, int count, int[] found) {
    long fetched = 0;
    for (int i = 0; i < count; i++) {
      fetched += slots[codes.hash[i] & (slots.length - 1)];
    }
    for (int i = 0; i < count; i++) {
      found[i] = (int) slots[slot(codes.hash[i], codes.hash[i])];
      fetched += dossiers[found[i]] + dossiers[found[i] + FIRST / 2];
    }
    for (int i = 0; i < count; i++) {
      if (found[i] != NOBODY && !codes.equalTo(dossiers, found[i], i)) {
        found[i] = find(codes, i);
      }
    }
    return fetched;
  }

  /** The first slot from here on that is free or of a code with this hash. */
  private int slot(int from, int hash) {
    int mask = slots.length - 1;
    int slot = from & mask;
    while (slots[slot] != 0 && (int) (slots[slot] >> 32) != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int find(Codes codes, int i) {
    int slot = slot(codes.hash[i], codes.hash[i]);
    while (slots[slot] != 0 && !codes.equalTo(dossiers, (int) slots[slot], i)) {
      slot = slot(slot + 1, codes.hash[i]);
    }
    return (int) slots[slot];
  }

  /**
   * What is found of a physician at an institution on a day.
   *
   * @param dossier of the physician, or {@link #NOBODY} when nobody by the code ever signed anywhere
   * @param institution number of the code, or -1 when nobody ever signed there
   */
  int find(int dossier, int institution, int day) {
    if (dossier == NOBODY) {
      return Finding.UNKNOWN_CODE;
    }
    int from = dossier + HEAD;
    int to = from + 2 * (int) dossiers[from - 1];
    int row = lastOpened(from, to, opening(institution, day));
    if (row >= from && place(dossiers[row]) == institution && lastDay(dossiers[row + 1]) >= day) {
      int finding = finding(dossiers[row + 1]);
      if (finding != Finding.NOTHING) {
        return finding;
      }
    }
    return withoutRow(from, to, institution, day);
  }

  /**
   * The last of the rows in {@code [from, to)} that opens at or before this opening; before {@code from} when none
   * does.
   */
  private int lastOpened(int from, int to, long opening) {
    int low = from;
    int high = to;
    while (high - low > 2 * WALKED) {
      int middle = low + ((high - low) >>> 2 << 1);
      if (dossiers[middle] <= opening) {
        low = middle;
      } else {
        high = middle;
      }
    }
    int opened = low - 2;
    for (int row = low; row < high; row += 2) {
      opened += dossiers[row] <= opening ? 2 : 0;
    }
    return opened;
  }

  /** The first day after this one on which a row of the dossier begins or has just ended; -1 when there is none. */
  int nextTurn(int dossier, int day) {
    int next = Integer.MAX_VALUE;
    int from = dossier + HEAD;
    int to = dossier == NOBODY ? from : from + 2 * (int) dossiers[dossier + Codes.WORDS];
    for (int row = from; row < to; row += 2) {
      int first = firstDay(dossiers[row]);
      int after = lastDay(dossiers[row + 1]) + 1;
      next = first > day ? Math.min(next, first) : next;
      next = after > day && after <= LAST_DAY ? Math.min(next, after) : next;
    }
    return next == Integer.MAX_VALUE ? -1 : next;
  }

  /** Said where no row holds: in force elsewhere counts only for a person who never had an agreement here. */
  private int withoutRow(int from, int to, int institution, int day) {
    boolean elsewhere = false;
    for (int row = from; row < to; row += 2) {
      long opening = dossiers[row];
      long closing = dossiers[row + 1];
      Standing standing = Finding.standing(finding(closing));
      if (firstDay(opening) > day || standing == Standing.NONE) {
        continue;
      }
      if (place(opening) == institution) {
        return Finding.NOT_SIGNED;
      }
      boolean inForce = standing == Standing.EFFECTIVE || standing == Standing.SUSPENDED;
      elsewhere |= inForce && lastDay(closing) >= day;
    }
    return elsewhere ? Finding.OTHER_INSTITUTION : Finding.NOT_SIGNED;
  }
}
