package cn.xingheng.match;

import java.util.List;
import java.util.stream.IntStream;

/**
 * 「分段衔接」 The splits of one file side by side: whether each begins where the one before ends, and what stands before.
 *
 * <p>The first begins behind the header, which is known. If each of the others begins where the one before ends, all
 * begin where a record does, whoever guessed: then what they hold is what the file holds.
 */
public final class SplitChain {
  private final List<MatchedSplit> splits;
  private final long[] lines;
  private final long[] empty;

  /** The splits of a file with so many lines of header, in their order. */
  public SplitChain(int headerLines, List<MatchedSplit> splits) {
    this.splits = List.copyOf(splits);
    this.lines = new long[splits.size() + 1];
    this.empty = new long[splits.size() + 1];
    lines[0] = headerLines;
    for (int i = 0; i < splits.size(); i++) {
      MatchedSplit split = splits.get(i);
      lines[i + 1] = lines[i] + split.lines();
      empty[i + 1] = split.records() > 0 ? split.empty() : empty[i] + split.empty();
    }
  }

  /** The splits that do not begin where the one before ends, and are to be matched again from there. */
  public List<Integer> broken() {
    return IntStream.range(1, splits.size())
        .filter(i -> splits.get(i).start() != splits.get(i - 1).end()).boxed().toList();
  }

  /** Physical lines of the file before a split. */
  public long linesBefore(int split) {
    return lines[split];
  }

  /** Empty lines right before a split that are rejects because a record follows in it. */
  public long emptyBefore(int split) {
    return splits.get(split).records() > 0 ? empty[split] : 0;
  }

  /** All rejects of the file. */
  public long rejected() {
    return between() + splits.stream().mapToLong(MatchedSplit::rejected).sum();
  }

  /** Rejects that no split could know of: empty lines at its end, behind which another goes on. */
  public long between() {
    return IntStream.range(0, splits.size()).mapToLong(this::emptyBefore).sum();
  }

  /** Where the last split ends. */
  public long end() {
    return splits.getLast().end();
  }
}
