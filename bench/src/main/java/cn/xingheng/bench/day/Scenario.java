package cn.xingheng.bench.day;

import java.time.LocalDate;

/**
 * 「一天的规模」 How large a hospital is and how its day goes.
 *
 * <p>The figures of {@link #large} are assumptions of our own, not statistics: a hospital with 3,000 beds, all taken,
 * each with about 20 fee lines a day (drugs, tests, nursing, the bed itself), and 8,000 outpatient visits with about 5
 * lines each: some 100,000 lines. How often something goes wrong is taken higher than a hospital would bear, so that
 * every mishap comes often enough in one day to be told from luck: see {@code Hospital} and {@code Mishap}.
 *
 * @param beds inpatients, one a bed
 * @param visits of outpatients, about one in sixteen of them an emergency
 * @param seed what the day is told from
 * @param stations workstations that send at the same time
 * @param speed how many times faster than the clock the day runs; 0 is as fast as the server takes it
 * @param day of the fees and of the messages, but for those that are late
 * @param outage seconds for which the line is down, each time
 */
record Scenario(int beds, int visits, long seed, int stations, int speed, LocalDate day, int outage) {
  /** How many days back a late line may lie. */
  static final int MOST_DAYS_LATE = 90;

  /** About how many fee lines an inpatient has in a day, and an outpatient in a visit. */
  static final int LINES_PER_BED = 20;

  static final int LINES_PER_VISIT = 5;

  Scenario {
    if (beds < 1 || visits < 1 || stations < 1 || speed < 0 || outage < 0) {
      throw new IllegalArgumentException("a day wants beds, visits and workstations");
    }
  }

  /** The hospital with 3,000 beds. */
  static Scenario large(long seed, LocalDate day) {
    return new Scenario(3_000, 8_000, seed, 8, 0, day, 5);
  }

  /** The same with fewer beds, and as many visits as go with them. */
  Scenario withBeds(int fewer) {
    return new Scenario(fewer, Math.max(1, fewer * 8 / 3), seed, stations, speed, day, outage);
  }
}
