package cn.xingheng.match;

import cn.xingheng.core.claims.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * 「分段匹配」 Matches the records of one split of a file of claims: those that begin between two places of it.
 *
 * <p>What the splits of a file give, in their order, is what {@link MatchRun} gives for the whole file, if each began
 * where the one before ended; {@link SplitChain} tells whether it did. One object for one split, on one thread.
 */
public final class SplitMatching {
  private static final int MEGABYTE = 1 << 20;

  /** 「明细来源」 A file of claims that can be read from any place. */
  @FunctionalInterface
  public interface Source {
    /** Its bytes from this one on. */
    InputStream from(long position) throws IOException;
  }

  private final Columns columns;
  private final int chunkBytes;
  private final BlockMatcher matcher;
  private final Totals totals;

  /** Will decide by these standings and this reading, reading columns as the header says. */
  public SplitMatching(Standings standings, ClaimsHeader header, Verdict atStoppedInstitution) {
    this(standings, header, atStoppedInstitution, MEGABYTE);
  }

  SplitMatching(Standings standings, ClaimsHeader header, Verdict atStoppedInstitution, int chunkBytes) {
    this.columns = header.columns();
    this.chunkBytes = chunkBytes;
    this.totals = standings.totals(atStoppedInstitution);
    this.matcher = new BlockMatcher(standings.table(), columns, Outcome.all(atStoppedInstitution), false);
  }

  /** The first line of a file of verdicts. */
  public static byte[] verdictsHeader() {
    return Sinks.VERDICTS.getBytes(StandardCharsets.UTF_8);
  }

  /** The first line of a file of rejects. */
  public static byte[] rejectsHeader() {
    return Sinks.REJECTS.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Where the first record seems to begin that begins at this place or behind it.
   *
   * @param place not the beginning of the file
   */
  public long guess(Source claims, long place) throws IOException {
    try (InputStream in = claims.from(place - 1)) {
      return place - 1 + new RecordStart(columns).guess(in);
    }
  }

  /**
   * Matches the records that begin in {@code [start, to)}.
   *
   * @param start where a record begins; that of the first split is {@link ClaimsHeader#bytes}
   * @param verdicts gets the verdicts, without header
   * @param rejects gets the rejects, without header, their lines counted from {@code start}; null when nobody wants
   *     them
   */
  public MatchedSplit match(Source claims, long start, long to, OutputStream verdicts, @Nullable OutputStream rejects)
      throws IOException {
    Sinks sinks = new Sinks(verdicts, rejects, null, 0);
    Matching.Passed passed = new Matching.Passed(0, 0, 0, 0);
    long at = start;
    if (start < to) {
      try (InputStream in = claims.from(start)) {
        ChunkSource source = new ChunkSource(in, chunkBytes, start);
        Chunk chunk = source.newChunk();
        while (at < to && source.fill(chunk)) {
          at = cut(chunk, at, source.bytesPassed(), to);
          matcher.match(chunk.bytes, chunk.from, chunk.to);
          passed = passed.hand(matcher, chunk.bytes, sinks);
        }
      }
    }
    totals.add(matcher.totals());
    totals.read(passed.between());
    return new MatchedSplit(start, at, passed.lines(), passed.records(), sinks.rejected(), passed.empty());
  }

  /** Matches all records of a stream that begins with one; places are counted from 1. */
  public MatchedSplit matchAll(InputStream records, OutputStream verdicts, @Nullable OutputStream rejects)
      throws IOException {
    return match(position -> records, 1, Long.MAX_VALUE, verdicts, rejects);
  }

  /** Cuts off the records of a chunk that belong to the next split; where the file goes on behind the others. */
  private static long cut(Chunk chunk, long at, long end, long to) {
    if (end <= to) {
      return end;
    }
    int stop = RecordStart.firstFrom(chunk, chunk.from + (int) Math.min(to - at, chunk.to));
    boolean all = stop == chunk.to;
    chunk.to = stop;
    // A line too long for a chunk is longer in the file than in it.
    return all ? end : at + stop - chunk.from;
  }

  /** What the split adds up to, once it is matched. */
  public Totals totals() {
    return totals;
  }
}
