package cn.xingheng.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 「结算匹配」 One run from files to files: standings into memory, then the claims through it, any number of them.
 *
 * <p>A lane is a chunk with its matcher. Lanes take turns: while some are matched on other threads, the next is
 * filled, and when
 * its turn comes again a lane hands over what it has. So the order of the lines is kept, memory is bounded by the
 * lanes, and
 * no two threads touch the same lane at once.
 */
public final class MatchRun {
  private final MatchFiles files;
  private final MatchOptions options;
  private final Progress progress;
  private final long claimsSize;
  private final ChunkSource source;
  private final Outputs outputs;
  private long linesPassed;
  private long recordsPassed;
  /** Empty lines at the end of what was collected; they are lines only if a record follows. */
  private long emptyLines;

  /** Those that stood at the end of a chunk, but not of the file: no matcher counted them. */
  private long emptyLinesBetween;

  private MatchRun(
      MatchFiles files, MatchOptions options, Progress progress, long claimsSize, ChunkSource source, Outputs outputs) {
    this.files = files;
    this.options = options;
    this.progress = progress;
    this.claimsSize = claimsSize;
    this.source = source;
    this.outputs = outputs;
  }

  /**
   * Runs, and tells what came of it; the files stand written then.
   *
   * @throws UnusableInput when an input cannot be used; nothing has been written then
   * @throws IOException when reading or writing fails on the way; nothing has been written then
   */
  public static Summary run(MatchFiles files, MatchOptions options, Progress progress) throws IOException {
    files.check();
    StandingTable table = standings(files.standings(), options.chunkBytes(), progress);
    long size = size(files.claims());
    try (InputStream in = Files.newInputStream(files.claims())) {
      ChunkSource source = new ChunkSource(in, options.chunkBytes());
      Chunk first = source.newChunk();
      if (!source.fill(first)) {
        throw new UnusableInput(
            files.claims().toString(), "the file is empty 文件为空", "the program that writes it has not finished.");
      }
      Columns columns = Columns.read(files.claims().toString(), first, ClaimLine.COLUMNS);
      try (Outputs outputs = new Outputs(files)) {
        return new MatchRun(files, options, progress, size, source, outputs).match(table, columns, first);
      }
    }
  }

  private static StandingTable standings(Path file, int chunkBytes, Progress progress) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return StandingReader.read(file.toString(), size(file), in, chunkBytes, progress);
    }
  }

  /** The size of a plain file; -1 for a pipe. */
  private static long size(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.size(file) : -1;
  }

  private Summary match(StandingTable table, Columns columns, Chunk first) throws IOException {
    linesPassed = columns.lines();
    Outcome[] outcomes = Outcome.all(options.atStoppedInstitution());
    // One lane for each thread, one to fill and one to write meanwhile.
    List<Lane> lanes = Stream.generate(
            () -> new Lane(source.newChunk(), new BlockMatcher(table, columns, outcomes)))
        .limit(options.threads() + 2L)
        .toList();
    try (ExecutorService pool = Executors.newFixedThreadPool(options.threads())) {
      int turn = 0;
      lanes.get(turn).chunk = first;
      do {
        lanes.get(turn).start(pool, source.bytesRead());
        turn = (turn + 1) % lanes.size();
        collect(lanes.get(turn));
      } while (source.fill(lanes.get(turn).chunk));
      for (int i = 1; i < lanes.size(); i++) {
        collect(lanes.get((turn + i) % lanes.size()));
      }
    }
    if (claimsSize >= 0 && source.bytesRead() != claimsSize) {
      throw new UnusableInput(files.claims().toString(), "changed while it was read 读取期间文件被改动",
          "another program was still writing it: run again when it is done.");
    }
    Totals totals = new Totals(table, outcomes);
    lanes.forEach(lane -> totals.add(lane.matcher.totals()));
    totals.read(emptyLinesBetween);
    Summary summary = totals.summary(outputs.rejected());
    outputs.commit(summary);
    return summary;
  }

  /** Writes what a lane has, if it has anything, in the order of the lines. */
  private void collect(Lane lane) throws IOException {
    if (!lane.finish()) {
      return;
    }
    BlockMatcher matcher = lane.matcher;
    if (matcher.records() > 0) {
      for (long line = linesPassed - emptyLines + 1; line <= linesPassed; line++) {
        outputs.rejectEmpty(line);
      }
      recordsPassed += emptyLines + matcher.records();
      emptyLinesBetween += emptyLines;
      emptyLines = 0;
    }
    outputs.verdicts(matcher.verdicts());
    for (BlockMatcher.Rejected rejected : matcher.rejects()) {
      long line = linesPassed + rejected.line() + 1;
      outputs.reject(line, rejected.reason(), lane.chunk.bytes, rejected.from(), rejected.to());
    }
    linesPassed += matcher.lines();
    emptyLines += matcher.emptyLines();
    progress.advanced(Progress.Stage.CLAIMS, lane.bytesUpTo, claimsSize, recordsPassed);
  }

  /** 「通道」 A chunk and the matcher that decides it. */
  private static final class Lane {
    private Chunk chunk;
    private final BlockMatcher matcher;
    private @Nullable Future<?> running;
    private long bytesUpTo;

    Lane(Chunk chunk, BlockMatcher matcher) {
      this.chunk = chunk;
      this.matcher = matcher;
    }

    void start(ExecutorService pool, long upTo) {
      bytesUpTo = upTo;
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
