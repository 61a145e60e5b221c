package cn.xingheng.cluster;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.formats.ParquetClaims;
import cn.xingheng.formats.ParquetVerdicts;
import cn.xingheng.match.MatchedSplit;
import cn.xingheng.match.SplitMatching;
import cn.xingheng.match.UnusableInput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Matches one split on an executor.
 *
 * <p>Its files have a name that no other attempt has; which attempt counts is decided where its answer arrives.
 *
 * @param out temporary folder for verdicts and totals
 * @param rejects temporary folder for rejects, or null
 */
record SplitTask(
    SharedStandings standings, Broadcast<SerializableConfiguration> configuration, Verdict atStoppedInstitution,
    String out, @Nullable String rejects)
    implements Function<Split, Done> {
  private static final MatchedSplit NOTHING = new MatchedSplit(0, 0, 0, 0, 0, 0);

  @Override
  public Done call(Split split) throws IOException {
    Storage storage = new Storage(configuration.value().value());
    String name = split.file() + "-" + split.number() + "-" + TaskContext.get().taskAttemptId();
    SplitMatching matching = new SplitMatching(standings.get(), split.header(), atStoppedInstitution);
    Path bad = rejects == null ? null : new Path(rejects, name);
    MatchedSplit matched;
    try (OutputStream to = verdicts(storage, split, new Path(out, name));
        OutputStream badTo = bad == null ? null : storage.create(bad)) {
      matched = match(storage, split, matching, to, badTo);
    } catch (UnusableInput unusable) {
      return new Done(split, NOTHING, name, unusable);
    }
    try (DataOutputStream totals = new DataOutputStream(storage.create(new Path(out, name + Done.TOTALS)))) {
      matching.totals().save(totals);
    }
    return new Done(split, matched, name, null);
  }

  /** Every file of Parquet has its header; of the CSV files only the first, so that they can be joined. */
  private static OutputStream verdicts(Storage storage, Split split, Path path) throws IOException {
    boolean parquet = split.kind() == ClaimFile.Kind.PARQUET;
    OutputStream file = storage.create(path);
    OutputStream to = parquet ? ParquetVerdicts.to(file) : file;
    if (parquet || split.isFirst()) {
      to.write(SplitMatching.verdictsHeader());
    }
    return to;
  }

  private static MatchedSplit match(
      Storage storage, Split split, SplitMatching matching, OutputStream to, @Nullable OutputStream bad)
      throws IOException {
    Path path = new Path(split.path());
    return switch (split.kind()) {
      case PLAIN -> {
        SplitMatching.Source file = position -> at(storage, path, position);
        long start = split.start() == Split.UNKNOWN ? matching.guess(file, split.from()) : split.start();
        yield matching.match(file, start, split.to(), to, bad);
      }
      case PACKED -> {
        try (InputStream in = Unpacked.of(split.name(), storage.open(path))) {
          in.skipNBytes(split.header().bytes());
          yield matching.matchAll(in, to, bad);
        }
      }
      case PARQUET -> {
        HadoopInput input = new HadoopInput(storage.of(path), path);
        try (ParquetClaims claims = ParquetClaims.open(split.name(), input)) {
          InputStream rows = claims.csv((int) split.from(), (int) split.to());
          MatchedSplit matched = matching.matchAll(rows, to, bad);
          yield new MatchedSplit(split.from(), split.to(), matched.lines(), matched.records(), matched.rejected(),
              matched.empty());
        }
      }
    };
  }

  private static InputStream at(Storage storage, Path path, long position) throws IOException {
    FSDataInputStream in = storage.open(path);
    in.seek(position);
    return in;
  }
}
