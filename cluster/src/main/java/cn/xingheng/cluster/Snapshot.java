package cn.xingheng.cluster;

import cn.xingheng.match.Progress;
import cn.xingheng.match.SnapshotFile;
import cn.xingheng.match.SnapshotNote;
import cn.xingheng.match.Standings;
import cn.xingheng.match.UnusableInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.api.java.JavaSparkContext;

/** The standings of a run as a snapshot file on this machine: fetched and packed here if need be. */
final class Snapshot implements AutoCloseable {
  private final String name;
  private final Path folder;
  private final Path file;

  private Snapshot(String name, Path folder, Path file) {
    this.name = name;
    this.folder = folder;
    this.file = file;
  }

  /**
   * Takes a snapshot or CSV from wherever it lies.
   *
   * @throws UnusableInput when it is not there, or is CSV with a fault, such as rows that overlap
   */
  static Snapshot of(Storage storage, String named) throws IOException {
    Path folder = Files.createTempDirectory("xingheng-");
    try {
      Path local = local(storage, named, folder);
      if (SnapshotFile.isOne(local)) {
        return new Snapshot(named, folder, local);
      }
      Path packed = folder.resolve("packed.xhs");
      SnapshotFile.pack(local, packed, new SnapshotNote(null, Map.of()), Unpacked.FORMATS, Progress.SILENT);
      return new Snapshot(named, folder, packed);
    } catch (IOException failed) {
      clear(folder);
      throw failed;
    }
  }

  private static Path local(Storage storage, String named, Path folder) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(named);
    if (storage.of(path) instanceof RawLocalFileSystem local) {
      return local.pathToFile(path).toPath();
    }
    Path copy = folder.resolve(path.getName());
    try {
      storage.of(path).copyToLocalFile(false, path, new org.apache.hadoop.fs.Path(copy.toUri()), true);
    } catch (FileNotFoundException missing) {
      throw new UnusableInput(named, "no such file 文件不存在", "the name is misspelt, or it is in another folder.");
    }
    return copy;
  }

  Standings open() throws IOException {
    return Standings.open(file);
  }

  /** Sends it to the executors, opened as it is here. */
  SharedStandings send(JavaSparkContext spark, Standings opened) throws IOException {
    return SharedStandings.send(spark, name, file, opened);
  }

  @Override
  public void close() throws IOException {
    clear(folder);
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
