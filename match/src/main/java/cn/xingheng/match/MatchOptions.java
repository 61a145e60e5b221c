package cn.xingheng.match;

import cn.xingheng.core.claims.Verdict;

/**
 * 「匹配选项」 How to run: the reading that bears on verdicts, and what bears only on time and memory.
 *
 * @param atStoppedInstitution what an urgent line gets at an institution that is stopped: {@code EXCEPTED} or {@code
 *     REFUSED}
 *     (reading {@code emergency-at-stopped-institution}; L3, L19, M16, R2)
 * @param threads how many threads decide lines, at least 1
 * @param chunkBytes how much is read at a time, at least 8,192
 */
public record MatchOptions(Verdict atStoppedInstitution, int threads, int chunkBytes) {
  private static final int MEGABYTE = 1 << 20;

  /** Checks the bounds. */
  public MatchOptions {
    if (atStoppedInstitution != Verdict.EXCEPTED && atStoppedInstitution != Verdict.REFUSED) {
      throw new IllegalArgumentException("at a stopped institution: " + atStoppedInstitution);
    }
    if (threads < 1 || chunkBytes < ChunkSource.LEAST_CAPACITY) {
      throw new IllegalArgumentException(threads + " threads, chunks of " + chunkBytes + " bytes");
    }
  }

  /** A megabyte at a time. */
  public static MatchOptions of(Verdict atStoppedInstitution, int threads) {
    return new MatchOptions(atStoppedInstitution, threads, MEGABYTE);
  }
}
