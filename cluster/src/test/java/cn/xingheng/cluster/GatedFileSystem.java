package cn.xingheng.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.TaskContext;

/**
 * Local files that open for tasks from the eighth on only when nobody holds the gate: so a test decides what has ended.
 *
 * <p>The gate is a lock on a file, for it must hold back other processes.
 */
public final class GatedFileSystem extends RawLocalFileSystem {
  static final String SCHEME = "gated";
  static final String GATE = "xingheng.test.gate";
  static final int FIRST_HELD = 8;

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public FSDataInputStream open(org.apache.hadoop.fs.Path path, int buffer) throws IOException {
    TaskContext task = TaskContext.get();
    if (task != null && task.partitionId() >= FIRST_HELD) {
      Path gate = Path.of(getConf().get(GATE));
      try (FileChannel channel = FileChannel.open(gate, StandardOpenOption.READ)) {
        channel.lock(0, Long.MAX_VALUE, true).release();
      }
    }
    return super.open(path, buffer);
  }
}
