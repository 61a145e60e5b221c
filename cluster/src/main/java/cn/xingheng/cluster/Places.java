package cn.xingheng.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** Where tasks had better run: on the machines that hold the bytes of their splits. */
final class Places {
  private Places() {}

  /** One task for each split, in order. */
  static JavaRDD<Split> near(JavaSparkContext spark, Storage storage, List<Split> splits) throws IOException {
    List<Tuple2<Split, Seq<String>>> placed = new ArrayList<>();
    Map<String, BlockLocation[]> known = new HashMap<>();
    for (Split split : splits) {
      if (!known.containsKey(split.path())) {
        known.put(split.path(), blocks(storage, new Path(split.path())));
      }
      placed.add(new Tuple2<>(split, CollectionConverters.asScala(hosts(known.get(split.path()), split)).toSeq()));
    }
    ClassTag<Split> type = ClassTag$.MODULE$.apply(Split.class);
    return new JavaRDD<>(spark.sc().makeRDD(CollectionConverters.asScala(placed).toSeq(), type), type);
  }

  private static BlockLocation[] blocks(Storage storage, Path path) throws IOException {
    FileStatus status = storage.of(path).getFileStatus(path);
    BlockLocation[] blocks = storage.of(path).getFileBlockLocations(status, 0, status.getLen());
    return blocks == null ? new BlockLocation[0] : blocks;
  }

  /** Those with the block in which a split begins; of other files than plain ones, nobody knows without reading. */
  private static List<String> hosts(BlockLocation[] blocks, Split split) throws IOException {
    for (BlockLocation block : blocks) {
      boolean holds = split.from() >= block.getOffset() && split.from() < block.getOffset() + block.getLength();
      if (holds && split.kind() == ClaimFile.Kind.PLAIN) {
        return Arrays.asList(block.getHosts());
      }
    }
    return List.of();
  }
}
