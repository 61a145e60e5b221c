package cn.xingheng.match;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 「匹配过程」 Claims through the standings, from a source to the sinks, any number of them.
 *
 * <p>A lane is a chunk with its matcher. Lanes take turns: while some are matched on other threads, the next is
 * filled, and when its turn comes again a lane hands over what it has. So the order of the lines is kept, memory is
 * bounded by the lanes, and no two threads touch the same lane at once.
 */
final class Matching {
  /**
   * 「行进」 How far the lines have come.
   *
   * @param lines lines written out, the header counted
   * @param records records among them
   * @param empty empty lines at the end of these; they are lines only if a record follows
   * @param between those that stood at the end of a chunk, but not of the file: no matcher counted them
   */
  record Passed(long lines, long records, long empty, long between) {
    /** Hands over what a matcher has of a block, but for ids; how far the lines have come then. */
    Passed hand(BlockMatcher matcher, byte[] block, Sinks sinks) throws IOException {
      Passed before = matcher.records() > 0 ? settled(sinks, matcher.records()) : this;
      sinks.verdicts(matcher.verdicts());
      for (BlockMatcher.Rejected rejected : matcher.rejects()) {
        sinks.reject(lines + rejected.line() + 1, rejected.reason(), block, rejected.from(), rejected.to());
      }
      return new Passed(
          lines + matcher.lines(), before.records, before.empty + matcher.emptyLines(), before.between);
    }

    /** Records follow: the empty lines before them are lines after all. */
    private Passed settled(Sinks sinks, long following) throws IOException {
      for (long line = lines - empty + 1; line <= lines; line++) {
        sinks.rejectEmpty(line);
      }
      return new Passed(lines, records + empty + following, 0, between + empty);
    }
  }

  /** 「停顿」 Is told now and then when nothing is on its way: what is read is written, and adds up. */
  interface Pause {
    /** Never. */
    Pause NEVER = (position, passed, rejected, totals) -> {};

    /** After so many chunks it is asked again. */
    int CHUNKS = 256;

    /**
     * What is read up to this place is written.
     *
     * @param position bytes of the source
     * @param totals of the matchers: without the lines that only {@code passed} counts
     */
    void at(long position, Passed passed, long rejected, Totals totals) throws IOException;
  }

  /** 「听众」 Hears how many records have come through. */
  interface Heard {
    void records(long records);
  }

  private final ChunkSource source;
  private final Sinks sinks;
  private final MatchOptions options;
  private final Totals before;
  private final List<Lane> lanes;
  private final Heard heard;
  private Passed passed;

  /** Goes on behind what has passed, which added up to the totals. */
  Matching(ChunkSource source, Sinks sinks, MatchOptions options, StandingTable table, Columns columns, Passed passed,
      Totals before, Heard heard) {
    this.source = source;
    this.sinks = sinks;
    this.options = options;
    this.passed = passed;
    this.before = before;
    this.heard = heard;
    Outcome[] outcomes = Outcome.all(options.atStoppedInstitution());
    // One lane for each thread, one to fill and one to write meanwhile.
    this.lanes = Stream.generate(() ->
            new Lane(source.newChunk(), new BlockMatcher(table, columns, outcomes, options.unique())))
        .limit(options.threads() + 2L)
        .toList();
  }

  /** Matches this chunk, if there is one already, and all that follow in the source; what it all adds up to. */
  Totals run(@Nullable Chunk first, Pause pause) throws IOException {
    try (ExecutorService pool = Executors.newFixedThreadPool(options.threads())) {
      int turn = 0;
      long chunks = 0;
      boolean more = first != null || source.fill(lanes.get(turn).chunk);
      if (first != null) {
        lanes.get(turn).chunk = first;
      }
      while (more) {
        lanes.get(turn).start(pool);
        turn = (turn + 1) % lanes.size();
        collect(lanes.get(turn));
        if (++chunks % Pause.CHUNKS == 0) {
          collectAll(turn);
          pause.at(source.bytesPassed(), passed, sinks.rejected(), totals());
        }
        more = source.fill(lanes.get(turn).chunk);
      }
      collectAll(turn);
    }
    Totals totals = totals();
    totals.read(passed.between);
    return totals;
  }

  private Totals totals() {
    Totals totals = before.copy();
    lanes.forEach(lane -> totals.add(lane.matcher.totals()));
    return totals;
  }

  private void collectAll(int turn) throws IOException {
    for (int i = 1; i <= lanes.size(); i++) {
      collect(lanes.get((turn + i) % lanes.size()));
    }
  }

  /** Writes what a lane has, if it has anything, in the order of the lines. */
  private void collect(Lane lane) throws IOException {
    if (!lane.finish()) {
      return;
    }
    ClaimIds ids = lane.matcher.ids();
    if (ids != null) {
      sinks.ids(ids, passed.lines);
    }
    passed = passed.hand(lane.matcher, lane.chunk.bytes, sinks);
    heard.records(passed.records);
  }

  /** 「通道」 A chunk and the matcher that decides it. */
  private static final class Lane {
    private Chunk chunk;
    private final BlockMatcher matcher;
    private @Nullable Future<?> running;

    Lane(Chunk chunk, BlockMatcher matcher) {
      this.chunk = chunk;
      this.matcher = matcher;
    }

    void start(ExecutorService pool) {
      running = pool.submit(() -> matcher.match(chunk.bytes, chunk.from, chunk.to));
    }

    /** Waits until the lane is done; false when it had nothing to do. */
    boolean finish() throws IOException {
      if (running == null) {
        return false;
      }
      try {
        running.get();
        running = null;
        return true;
      } catch (ExecutionException bug) {
        throw new IllegalStateException("matching failed: " + bug.getCause(), bug);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("stopped");
      }
    }
  }
}
