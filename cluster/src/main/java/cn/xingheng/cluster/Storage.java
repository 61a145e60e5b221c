package cn.xingheng.cluster;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** The file systems that Hadoop knows, as far as a run needs them. */
final class Storage {
  private static final int BUFFER = 1 << 16;

  private final Configuration configuration;

  Storage(Configuration configuration) {
    this.configuration = configuration;
  }

  /** The file system of a path; of the local one the plain form, which leaves no checksum files beside the others. */
  FileSystem of(Path path) throws IOException {
    FileSystem files = path.getFileSystem(configuration);
    return files instanceof LocalFileSystem local ? local.getRaw() : files;
  }

  FSDataInputStream open(Path path) throws IOException {
    return of(path).open(path, BUFFER);
  }

  /** Begins a new file in a folder that is there: a task that comes too late does not make the folder anew. */
  OutputStream create(Path path) throws IOException {
    return new BufferedOutputStream(of(path).createFile(path).overwrite(true).build(), BUFFER);
  }

  void write(Path path, byte[] bytes) throws IOException {
    try (OutputStream out = create(path)) {
      out.write(bytes);
    }
  }
}
