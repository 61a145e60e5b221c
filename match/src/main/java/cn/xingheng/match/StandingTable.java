package cn.xingheng.match;

import cn.xingheng.core.standing.Standing;

/**
 * 「资格快照」 Who stood how, where and when: immutable, in memory, made for being asked millions of times a second.
 *
 * <p>A row is two longs in one flat array: institution and first day, then last day (inclusive) and {@link Finding}.
 * The rows of a
 * physician lie together, in the order of institution and first day, so that an answer touches one place in memory.
 * {@link StandingTableBuilder} makes one.
 */
final class StandingTable {
  private final CodeTable physicians;
  private final CodeTable institutions;
  /** Where the rows of each physician begin in {@code spans}; one more entry than physicians. */
  private final int[] starts;

  private final long[] spans;

  StandingTable(CodeTable physicians, CodeTable institutions, int[] starts, long[] spans) {
    this.physicians = physicians;
    this.institutions = institutions;
    this.starts = starts;
    this.spans = spans;
  }

  CodeTable physicians() {
    return physicians;
  }

  CodeTable institutions() {
    return institutions;
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
   * What is found of a physician at an institution on a day.
   *
   * @param physician number of the code, or -1 when nobody by it ever signed anywhere
   * @param institution number of the code, or -1 when nobody ever signed there
   */
  int find(int physician, int institution, int day) {
    if (physician < 0) {
      return Finding.UNKNOWN_CODE;
    }
    int from = starts[physician];
    int row = lastOpened(from, starts[physician + 1], opening(institution, day));
    if (row >= from && place(spans[2 * row]) == institution && lastDay(spans[2 * row + 1]) >= day) {
      int finding = finding(spans[2 * row + 1]);
      if (finding != Finding.NOTHING) {
        return finding;
      }
    }
    return withoutRow(physician, institution, day);
  }

  /** Fetches the rows of many physicians, so that asking for each finds them near; the answer means nothing. */
  long touch(int[] physicians, int count) {
    long touched = 0;
    for (int i = 0; i < count; i++) {
      int row = physicians[i] < 0 ? 0 : starts[physicians[i]];
      touched += 2 * row < spans.length ? spans[2 * row] : 0;
    }
    return touched;
  }

  /** The last row in {@code [from, to)} that opens at or before this opening, or {@code from - 1}. */
  private int lastOpened(int from, int to, long opening) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans[2 * middle] <= opening) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** Said where no row holds: in force elsewhere counts only for a person who never had an agreement here. */
  private int withoutRow(int physician, int institution, int day) {
    boolean elsewhere = false;
    for (int row = starts[physician]; row < starts[physician + 1]; row++) {
      long opening = spans[2 * row];
      long closing = spans[2 * row + 1];
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
