package cn.xingheng.server.house.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One system per data folder. The operating system drops the lock when the process dies, however it dies.
 *
 * <p>The set of folders held by this very process comes first: closing a second channel to a locked file would drop the
 * lock of the whole process.
 */
final class FolderLock {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static FolderLock take(Home home) throws IOException {
    Path file = home.lock();
    String own = Long.toString(ProcessHandle.current().pid());
    if (!HELD.add(file)) {
      throw inUse(home, own);
    }
    boolean taken = false;
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse(home, Files.readString(file).strip());
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((own + "\n").getBytes(StandardCharsets.UTF_8)));
      taken = true;
      return new FolderLock(file, channel);
    } finally {
      if (!taken) {
        if (channel != null) {
          channel.close();
        }
        HELD.remove(file);
      }
    }
  }

  void release() throws IOException {
    channel.close();
    HELD.remove(file);
  }

  private static OwnPostgresTrouble inUse(Home home, String pid) {
    return new OwnPostgresTrouble(
        "数据目录 %s 正由另一个进程使用（进程号 %s）。请先停止它，或另选数据目录。".formatted(home.folder(), pid),
        "The data folder %s is in use by another process (pid %s). Stop that one, or choose another folder."
            .formatted(home.folder(), pid));
  }
}
