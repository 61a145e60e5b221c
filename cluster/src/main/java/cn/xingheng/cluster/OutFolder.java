package cn.xingheng.cluster;

import cn.xingheng.match.UnusableInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder of results: new, filled at the end with what counts of what tasks wrote into its temporary folder.
 *
 * <p>Closed without {@link #done}, nothing of it is left.
 */
final class OutFolder implements AutoCloseable {
  private final Storage storage;
  private final Path folder;
  private final Path temporary;
  private final boolean made;
  private final List<Path> moved = new ArrayList<>();
  private boolean done;

  private OutFolder(Storage storage, Path folder, boolean made) {
    this.storage = storage;
    this.folder = folder;
    this.temporary = new Path(folder, "_temporary");
    this.made = made;
  }

  /** Refuses a folder in which something stands. */
  static void check(Storage storage, String named) throws IOException {
    Path path = new Path(named);
    try {
      FileStatus status = storage.of(path).getFileStatus(path);
      if (status.isFile() || storage.of(path).listStatus(path).length > 0) {
        throw new UnusableInput(named, "is not an empty folder 不是空文件夹",
            "a run before has filled it, is filling it or was broken off: name another folder, or delete it.");
      }
    } catch (FileNotFoundException fresh) {
      // As it should be.
    }
  }

  /** Makes the folder. */
  static OutFolder begin(Storage storage, String named) throws IOException {
    check(storage, named);
    Path path = new Path(named);
    FileSystem files = storage.of(path);
    OutFolder folder = new OutFolder(storage, files.makeQualified(path), !files.exists(path));
    if (!files.mkdirs(folder.temporary)) {
      throw new UnusableInput(named, "cannot be made 无法新建", "you lack the right to write there.");
    }
    return folder;
  }

  /** Where tasks write. */
  String temporary() {
    return temporary.toString();
  }

  /** Moves a file of the temporary folder to its place. */
  void move(String name, String to) throws IOException {
    Path place = new Path(folder, to);
    if (!storage.of(folder).rename(new Path(temporary, name), place)) {
      throw new IOException("cannot be moved to its place: " + place);
    }
    moved.add(place);
  }

  /** Writes a small file to its place. */
  void write(String to, byte[] bytes) throws IOException {
    storage.write(new Path(temporary, to), bytes);
    move(to, to);
  }

  /** Takes the temporary folder away and says that all is there. */
  void done() throws IOException {
    storage.of(folder).delete(temporary, true);
    storage.write(new Path(folder, "_SUCCESS"), new byte[0]);
    done = true;
  }

  @Override
  public void close() throws IOException {
    if (done) {
      return;
    }
    FileSystem files = storage.of(folder);
    for (Path path : moved) {
      files.delete(path, false);
    }
    files.delete(temporary, true);
    if (made) {
      files.delete(folder, true);
    }
  }
}
