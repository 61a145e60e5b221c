package cn.xingheng.cluster;

import cn.xingheng.match.Standings;
import cn.xingheng.match.Summary;
import cn.xingheng.match.Totals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/** One run on a cluster: splits to executors and back, checked, finished, put in their places. */
final class ClusterRun {
  /** So often all splits that were guessed wrong are matched again at once; then one after the other, for sure. */
  private static final int TOGETHER = 3;

  private final Options options;
  private final JavaSparkContext spark;
  private final Storage storage;
  private final Broadcast<SerializableConfiguration> configuration;

  private ClusterRun(Options options, JavaSparkContext spark) {
    this.options = options;
    this.spark = spark;
    this.storage = new Storage(spark.hadoopConfiguration());
    this.configuration = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
  }

  /**
   * Runs, and tells what came of it; the files stand written then.
   *
   * @throws cn.xingheng.match.UnusableInput when an input cannot be used; nothing is written then
   */
  static Summary run(Options options, JavaSparkContext spark) throws IOException {
    return new ClusterRun(options, spark).run();
  }

  private Summary run() throws IOException {
    String rejectsFolder = options.rejects();
    Outputs.check(storage, options);
    try (Snapshot snapshot = Snapshot.of(storage, options.standings())) {
      Standings standings = snapshot.open();
      ClaimFiles files = ClaimFiles.find(storage, options.claims());
      Outputs.checkApart(storage, options, files);
      SharedStandings shared = snapshot.send(spark, standings);
      try (OutFolder out = OutFolder.begin(storage, options.out());
          OutFolder rejects = rejectsFolder == null ? null : OutFolder.begin(storage, rejectsFolder)) {
        String rejectsTemporary = rejects == null ? null : rejects.temporary();
        Function<Split, Done> task = new SplitTask(
            shared, configuration, options.atStoppedInstitution(), out.temporary(), rejectsTemporary);
        List<FileDone> done = matched(files, task);
        files.checkUnchanged();
        FinishTask finish = new FinishTask(
            shared, configuration, options.atStoppedInstitution(), out.temporary(), rejectsTemporary);
        List<FinishTask.Finished> finished = finished(done, finish);
        Summary summary = summary(standings, done, finished);
        commit(files, done, finished, summary, out, rejects);
        return summary;
      }
    }
  }

  /** All splits of all files, each from where the one before ended. */
  private List<FileDone> matched(ClaimFiles files, Function<Split, Done> task) throws IOException {
    List<Split> splits = files.splits(options.splitBytes());
    List<FileDone> done = FileDone.of(files.list(), on(splits, task));
    for (int round = 0; ; round++) {
      List<Split> again = new ArrayList<>();
      for (FileDone file : done) {
        again.addAll(round < TOGETHER ? file.broken() : file.firstBroken());
      }
      if (again.isEmpty()) {
        break;
      }
      for (Done better : on(again, task)) {
        done.get(better.split().file()).replace(better);
      }
    }
    for (FileDone file : done) {
      file.checkEnd();
    }
    return done;
  }

  private List<Done> on(List<Split> splits, Function<Split, Done> task) throws IOException {
    List<Done> done = Places.near(spark, storage, splits).map(task).collect();
    for (Done one : done) {
      if (one.unusable() != null) {
        throw one.unusable();
      }
    }
    return done;
  }

  /** Some splits to a task and some tasks: neither many answers nor much in one. */
  private List<FinishTask.Finished> finished(List<FileDone> done, FinishTask finish) {
    List<FinishTask.Place> places = done.stream().flatMap(file -> file.places().stream()).toList();
    int some = (int) Math.ceil(Math.sqrt(places.size()));
    List<List<FinishTask.Place>> groups = new ArrayList<>();
    for (int from = 0; from < places.size(); from += some) {
      groups.add(new ArrayList<>(places.subList(from, Math.min(from + some, places.size()))));
    }
    return spark.parallelize(groups, groups.size()).map(finish).collect();
  }

  private Summary summary(Standings standings, List<FileDone> done, List<FinishTask.Finished> finished)
      throws IOException {
    Totals totals = standings.totals(options.atStoppedInstitution());
    for (FinishTask.Finished some : finished) {
      FinishTask.restore(storage, new Path(some.totals()), totals);
    }
    return totals.summary(done.stream().mapToLong(file -> file.chain().rejected()).sum());
  }

  private void commit(ClaimFiles files, List<FileDone> done, List<FinishTask.Finished> finished, Summary summary,
      OutFolder out, @Nullable OutFolder rejects) throws IOException {
    int part = 0;
    String ending = files.isParquet() ? ".parquet" : ".csv";
    for (FileDone file : done) {
      for (Done split : file.done()) {
        if (split.hasVerdicts()) {
          out.move(split.name(), String.format("part-%05d%s", part++, ending));
        }
      }
    }
    if (rejects != null) {
      for (FinishTask.Finished some : finished) {
        for (FinishTask.Named named : some.rejects()) {
          rejects.move(named.name(), String.format("part-%05d-%05d.csv", named.file(), named.split()));
        }
      }
      rejects.write("_files.csv", list(files).getBytes(StandardCharsets.UTF_8));
    }
    storage.write(new Path(options.summary()), summary.toJson().getBytes(StandardCharsets.UTF_8));
    if (rejects != null) {
      rejects.done();
    }
    out.done();
  }

  /** Which number in the names of the rejects is which file. */
  private static String list(ClaimFiles files) {
    StringBuilder list = new StringBuilder("file,path\n");
    for (int i = 0; i < files.list().size(); i++) {
      String name = files.list().get(i).name().replace("\"", "\"\"");
      list.append(String.format("%05d,\"%s\"\n", i, name));
    }
    return list.toString();
  }
}
