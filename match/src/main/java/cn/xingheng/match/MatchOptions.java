package cn.xingheng.match;

import cn.xingheng.core.claims.Verdict;

/**
 * 「匹配选项」 How to run: the reading that bears on verdicts, and what bears only on time, memory and files.
 *
 * @param atStoppedInstitution what an urgent line gets at an institution that is stopped: {@code EXCEPTED} or {@code
 *     REFUSED}
 *     (reading {@code emergency-at-stopped-institution}; L3, L19, M16, R2)
 * @param threads how many threads decide lines, at least 1
 * @param chunkBytes how much is read at a time, at least 8,192
 * @param packing how files are unpacked and packed
 * @param resumable whether to keep a journal beside the verdicts, and to go on from one that is there
 * @param unique whether to refuse claims in which an id stands twice; takes 24 bytes a line on the disk of the verdicts
 */
public record MatchOptions(
    Verdict atStoppedInstitution, int threads, int chunkBytes, Packing packing, boolean resumable,
    boolean unique) {
  private static final int MEGABYTE = 1 << 20;

  /** Checks the bounds. */
  public MatchOptions {
    if (atStoppedInstitution != Verdict.EXCEPTED && atStoppedInstitution != Verdict.REFUSED) {
      throw new IllegalArgumentException("at a stopped institution: " + atStoppedInstitution);
    }
    if (threads < 1 || chunkBytes < ChunkSource.LEAST_CAPACITY) {
      throw new IllegalArgumentException(threads + " threads, chunks of " + chunkBytes + " bytes");
    }
    if (resumable && unique) {
      throw new IllegalArgumentException("a journal knows nothing of the claim ids before it");
    }
  }

  /** A run that cannot be resumed; gzip by the names of the files. */
  public MatchOptions(Verdict atStoppedInstitution, int threads, int chunkBytes) {
    this(atStoppedInstitution, threads, chunkBytes, Packing.GZIP, false, false);
  }

  /** A megabyte at a time. */
  public static MatchOptions of(Verdict atStoppedInstitution, int threads) {
    return new MatchOptions(atStoppedInstitution, threads, MEGABYTE);
  }

  /** The same with another packing. */
  public MatchOptions with(Packing other) {
    return new MatchOptions(atStoppedInstitution, threads, chunkBytes, other, resumable, unique);
  }

  /** The same, with a journal. */
  public MatchOptions withJournal() {
    return new MatchOptions(atStoppedInstitution, threads, chunkBytes, packing, true, unique);
  }

  /** The same, refusing claims in which an id stands twice. */
  public MatchOptions withUniqueIds() {
    return new MatchOptions(atStoppedInstitution, threads, chunkBytes, packing, resumable, true);
  }
}
