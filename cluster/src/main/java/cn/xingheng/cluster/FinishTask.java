package cn.xingheng.cluster;

import cn.xingheng.core.claims.Verdict;
import cn.xingheng.match.RejectRows;
import cn.xingheng.match.SplitMatching;
import cn.xingheng.match.Totals;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the totals of some splits, and gives their rejects the lines that they have in the whole file.
 *
 * @param out temporary folder with the totals
 * @param rejects temporary folder with the rejects, or null
 */
record FinishTask(
    SharedStandings standings, Broadcast<SerializableConfiguration> configuration, Verdict atStoppedInstitution,
    String out, @Nullable String rejects)
    implements Function<List<FinishTask.Place>, FinishTask.Finished> {
  /**
   * A split in its file, now that all before it is known.
   *
   * @param emptyBefore empty lines before it that turned out to be rejects
   */
  record Place(Done done, long linesBefore, long emptyBefore) implements Serializable {
    /** The first of a file has the header of the rejects. */
    boolean isFirstOfFile() {
      return done.split().number() == 0;
    }

    boolean hasRejects() {
      return done.matched().rejected() + emptyBefore > 0 || isFirstOfFile();
    }
  }

  /**
   * What came of it.
   *
   * @param totals the file in which they are saved
   * @param rejects of those splits that have any
   */
  record Finished(String totals, List<Named> rejects) implements Serializable {}

  /** The file of a split's rejects. */
  record Named(int file, int split, String name) implements Serializable {}

  @Override
  public Finished call(List<Place> places) throws IOException {
    Storage storage = new Storage(configuration.value().value());
    Totals totals = standings.get().totals(atStoppedInstitution);
    List<Named> finished = new ArrayList<>();
    for (Place place : places) {
      restore(storage, new Path(out, place.done().name() + Done.TOTALS), totals);
      totals.read(place.emptyBefore());
      if (rejects != null && place.hasRejects()) {
        finished.add(finish(storage, place, rejects));
      }
    }
    Path sum = new Path(out, "finished-" + TaskContext.get().taskAttemptId() + Done.TOTALS);
    try (DataOutputStream to = new DataOutputStream(storage.create(sum))) {
      totals.save(to);
    }
    return new Finished(sum.toString(), finished);
  }

  /** Adds what another task saved. */
  static void restore(Storage storage, Path saved, Totals totals) throws IOException {
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(storage.open(saved)))) {
      totals.restore(in);
    }
  }

  private static Named finish(Storage storage, Place place, String folder) throws IOException {
    Done done = place.done();
    String name = done.name() + ".finished-" + TaskContext.get().taskAttemptId();
    try (OutputStream to = storage.create(new Path(folder, name));
        InputStream rows = storage.open(new Path(folder, done.name()))) {
      if (place.isFirstOfFile()) {
        to.write(SplitMatching.rejectsHeader());
      }
      RejectRows.empty(to, place.linesBefore(), place.emptyBefore());
      RejectRows.renumber(rows, to, place.linesBefore());
    }
    return new Named(done.split().file(), done.split().number(), name);
  }
}
