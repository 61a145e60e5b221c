package cn.xingheng.match;

import java.util.Arrays;

/** 「快照编制」 Takes rows of standings in any order and makes a {@link StandingTable} of them. */
final class StandingTableBuilder {
  private final CodeTable physicians = new CodeTable();
  private final CodeTable institutions = new CodeTable();
  private int[] owners = new int[1024];
  private int[] lines = new int[1024];
  private long[] openings = new long[1024];
  private long[] closings = new long[1024];
  private int rows;

  CodeTable physicians() {
    return physicians;
  }

  CodeTable institutions() {
    return institutions;
  }

  /** One row; both days inclusive; the line is where it came from, for the message when it overlaps another. */
  void add(int physician, int institution, int firstDay, int lastDay, int finding, int line) {
    if (lastDay < firstDay) {
      throw new IllegalArgumentException("row ends before it begins: " + firstDay + " to " + lastDay);
    }
    if (rows == owners.length) {
      int more = rows + (rows >> 1);
      owners = Arrays.copyOf(owners, more);
      lines = Arrays.copyOf(lines, more);
      openings = Arrays.copyOf(openings, more);
      closings = Arrays.copyOf(closings, more);
    }
    owners[rows] = physician;
    lines[rows] = line;
    openings[rows] = StandingTable.opening(institution, firstDay);
    closings[rows] = StandingTable.closing(lastDay, finding);
    rows++;
  }

  /**
   * The table of all rows so far.
   *
   * @throws OverlappingRows when two rows of one pair share a day
   */
  StandingTable build() {
    int[] starts = new int[physicians.size() + 1];
    for (int row = 0; row < rows; row++) {
      starts[owners[row] + 1]++;
    }
    for (int physician = 0; physician < physicians.size(); physician++) {
      starts[physician + 1] += starts[physician];
    }
    int[] byOwner = rowsByOwner(starts);
    long[] slots = new long[Integer.highestOneBit(Math.max(8, physicians.size())) << 2];
    long[] dossiers = new long[dossierLongs()];
    int dossier = StandingTable.FIRST;
    Codes code = new Codes(1);
    for (int physician = 0; physician < physicians.size(); physician++) {
      code.set(0, physicians.words(), Codes.WORDS * physician);
      code.copyTo(dossiers, dossier, 0);
      int count = starts[physician + 1] - starts[physician];
      dossiers[dossier + Codes.WORDS] = count;
      takeSlot(slots, code.hash[0], dossier);
      int from = dossier + StandingTable.HEAD;
      timeline(byOwner, starts[physician], starts[physician + 1], dossiers, from);
      dossier = from + 2 * count;
    }
    return new StandingTable(institutions, slots, dossiers);
  }

  /** As many as may be read of the last dossier, too, before its code is known. */
  private int dossierLongs() {
    long longs = StandingTable.FIRST + (long) StandingTable.HEAD * physicians.size() + 2L * rows + StandingTable.FIRST;
    return Math.toIntExact(longs);
  }

  private static void takeSlot(long[] slots, int hash, int dossier) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = (long) hash << 32 | dossier;
  }

  private int[] rowsByOwner(int[] starts) {
    int[] free = starts.clone();
    int[] byOwner = new int[rows];
    for (int row = 0; row < rows; row++) {
      byOwner[free[owners[row]]++] = row;
    }
    return byOwner;
  }

  /** Sorts the rows of one physician into the dossier. Two that open alike overlap, so openings are good keys. */
  private void timeline(int[] byOwner, int from, int to, long[] dossiers, int at) {
    long[] keys = new long[to - from];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = openings[byOwner[from + i]];
    }
    Arrays.sort(keys);
    int[] sorted = new int[keys.length];
    Arrays.fill(sorted, -1);
    for (int i = from; i < to; i++) {
      int row = byOwner[i];
      int place = Arrays.binarySearch(keys, openings[row]);
      if (sorted[place] >= 0) {
        throw overlap(sorted[place], row);
      }
      sorted[place] = row;
    }
    for (int i = 0; i < sorted.length; i++) {
      int row = sorted[i];
      if (i > 0 && overlaps(sorted[i - 1], row)) {
        throw overlap(sorted[i - 1], row);
      }
      dossiers[at + 2 * i] = openings[row];
      dossiers[at + 2 * i + 1] = closings[row];
    }
  }

  private boolean overlaps(int earlier, int later) {
    return StandingTable.place(openings[earlier]) == StandingTable.place(openings[later])
        && StandingTable.lastDay(closings[earlier]) >= StandingTable.firstDay(openings[later]);
  }

  private OverlappingRows overlap(int one, int other) {
    return new OverlappingRows(
        physicians.code(owners[one]),
        institutions.code(StandingTable.place(openings[one])),
        Math.min(lines[one], lines[other]),
        Math.max(lines[one], lines[other]));
  }
}
