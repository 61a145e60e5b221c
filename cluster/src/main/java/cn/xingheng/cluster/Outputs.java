package cn.xingheng.cluster;

import cn.xingheng.match.UnusableInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Refuses outputs that could not be written, before anything is read or written. */
final class Outputs {
  private Outputs() {}

  static void check(Storage storage, Options options) throws IOException {
    for (String folder : folders(options)) {
      OutFolder.check(storage, folder);
    }
    Path summary = new Path(options.summary());
    Path parent = storage.of(summary).makeQualified(summary).getParent();
    try {
      if (parent == null || !storage.of(summary).getFileStatus(parent).isDirectory()) {
        throw new FileNotFoundException(options.summary());
      }
    } catch (FileNotFoundException missing) {
      throw new UnusableInput(options.summary(), "its folder is missing or closed to you 输出文件夹不存在或不可写",
          "create the folder first: " + parent);
    }
    try {
      FileStatus status = storage.of(summary).getFileStatus(summary);
      if (!status.isFile()) {
        throw new UnusableInput(
            options.summary(), "is not a plain file 不是普通文件", "name a file that may be replaced.");
      }
    } catch (FileNotFoundException fresh) {
      // As it should be.
    }
  }

  private static List<String> folders(Options options) {
    List<String> folders = new ArrayList<>(List.of(options.out()));
    String rejects = options.rejects();
    if (rejects != null) {
      folders.add(rejects);
    }
    return folders;
  }

  /** Refuses outputs that lie in each other, or on an input. */
  static void checkApart(Storage storage, Options options, ClaimFiles claims) throws IOException {
    Path summary = qualified(storage, options.summary());
    if (claims.contains(qualified(storage, options.standings()))) {
      throw twice(options.standings());
    }
    if (claims.contains(summary) || summary.equals(qualified(storage, options.standings()))) {
      throw twice(options.summary());
    }
    List<String> folders = folders(options);
    for (String one : folders) {
      for (String other : folders) {
        if (!one.equals(other) && isIn(qualified(storage, one), qualified(storage, other))) {
          throw twice(one);
        }
      }
    }
    if (folders.size() > 1 && qualified(storage, folders.get(0)).equals(qualified(storage, folders.get(1)))) {
      throw twice(folders.get(1));
    }
  }

  private static Path qualified(Storage storage, String named) throws IOException {
    Path path = new Path(named);
    return storage.of(path).makeQualified(path);
  }

  private static boolean isIn(Path path, Path folder) {
    return (path + "/").startsWith(folder + "/");
  }

  private static UnusableInput twice(String named) {
    return new UnusableInput(named, "the same file is named twice 同一文件用了两次", "give each its own name.");
  }
}
