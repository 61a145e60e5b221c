package cn.xingheng.cluster;

import cn.xingheng.match.Summary;
import cn.xingheng.match.UnusableInput;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.serializer.JavaSerializer;

/**
 * What {@code spark-submit} starts: {@code xingheng match} on a cluster, with the same verdicts, totals and exit codes.
 *
 * <p>See docs/CLUSTER.md.
 */
public final class ClusterMatch {
  private static final int UNUSABLE = 2;
  private static final int WITH_REJECTS = 3;

  private ClusterMatch() {}

  /** Runs, and ends this Java with the exit code. */
  public static void main(String[] words) {
    int code = started(words, System.out, System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int started(String[] words, PrintStream out, PrintStream err) {
    if (List.of(words).contains("--help")) {
      out.print(Options.USAGE);
      return 0;
    }
    Options options;
    try {
      options = Options.of(words);
    } catch (IllegalArgumentException misunderstood) {
      err.println("xingheng match: " + misunderstood.getMessage());
      err.print(Options.USAGE);
      return UNUSABLE;
    }
    // What is sent are records, of which not every serializer knows how to make them.
    SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "xingheng")
        .set("spark.serializer", JavaSerializer.class.getName());
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      return run(options, spark, err);
    }
  }

  /** Runs on a cluster that is there; the exit code. */
  static int run(Options options, JavaSparkContext spark, PrintStream err) {
    try {
      Summary total = ClusterRun.run(options, spark);
      if (total.rejected() == 0) {
        return 0;
      }
      err.println("xingheng match: 拒收 " + total.rejected() + " 行，共 " + total.read()
          + " 行 lines rejected of those read");
      err.println("Maybe " + (options.rejects() == null
          ? "run it again with --rejects DIR to see which, and why."
          : "correct the lines in " + options.rejects() + " and match them alone."));
      return WITH_REJECTS;
    } catch (UnusableInput unusable) {
      err.println("xingheng match: " + unusable.getMessage());
    } catch (IOException failed) {
      err.println("xingheng match: 读写失败 reading or writing failed: " + failed.getMessage()
          + " (未写任何文件 nothing is written)");
      err.println("Maybe the disk is full or was taken away; make room and run it again.");
    } catch (Exception lost) {
      err.println("xingheng match: 集群未能完成 the cluster gave up: " + firstLine(lost)
          + " (未写任何文件 nothing is written)");
      err.println("Maybe its log says more: what a task failed of stands there.");
    }
    return UNUSABLE;
  }

  /** What Spark says goes on for pages. */
  private static String firstLine(Exception lost) {
    return String.valueOf(lost.getMessage()).lines().findFirst().orElse("");
  }
}
