package cn.xingheng.match;

import java.io.Serializable;

/**
 * 「分段结果」 What one split of a file of claims held, as {@link SplitMatching} found it.
 *
 * @param start where its first record begins, in bytes of the file
 * @param end where the first record behind it begins
 * @param lines physical lines between the two
 * @param records records among them, the empty lines at the end left out
 * @param rejected those of the records that could not be decided
 * @param empty how many empty lines it ends with; they are records only if a record follows
 */
public record MatchedSplit(long start, long end, long lines, long records, long rejected, long empty)
    implements Serializable {
  /** Checks that it can be. */
  public MatchedSplit {
    if (start < 0 || end < start || records < rejected || rejected < 0 || empty < 0 || lines < empty) {
      throw new IllegalArgumentException(
          "from " + start + " to " + end + ", " + lines + " lines, " + records + ", " + rejected + ", " + empty);
    }
  }
}
