package cn.xingheng.cluster;

import cn.xingheng.match.ClaimsHeader;
import cn.xingheng.match.MatchedSplit;
import java.io.Serializable;

/**
 * A part of a file of claims that one task matches.
 *
 * @param file number of the file in its run
 * @param number of the split in its file
 * @param path where the file lies
 * @param name of the file, for messages
 * @param from the records that begin from here on, in bytes; row groups of Parquet; 0 of packed files
 * @param to the end of them, exclusive
 * @param start where the first of them begins, or {@link #UNKNOWN}
 */
record Split(
    int file, int number, String path, String name, ClaimFile.Kind kind, ClaimsHeader header, long from, long to,
    long start)
    implements Serializable {
  /** The task guesses. */
  static final long UNKNOWN = -1;

  /** Whether it is the first of a run: then the header of the verdicts comes before its own. */
  boolean isFirst() {
    return file == 0 && number == 0;
  }

  /** The same, beginning where the split before ended. */
  Split after(MatchedSplit before) {
    return new Split(file, number, path, name, kind, header, from, to, before.end());
  }
}
