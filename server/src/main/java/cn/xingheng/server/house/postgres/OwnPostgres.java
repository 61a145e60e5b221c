package cn.xingheng.server.house.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A running PostgreSQL of our own in a data folder, with one database of the name {@link #DATABASE}.
 *
 * <p>It holds the folder until {@link #stop()}; there is no shutdown hook, so stop it after the connection pool, from
 * the destroy method of a bean. A process that is killed leaves the server running; the next start on the folder takes
 * it over. When the server itself is killed, {@link #ensureRunning()} starts it again at the same address.
 */
public final class OwnPostgres {
  /** The account that owns the cluster and may do everything in it. */
  public static final String OWNER = "xingheng";

  /** UTF-8, sorted by ICU for zh-CN: a plain ORDER BY goes by pinyin. */
  public static final String DATABASE = "xingheng";

  private static final Duration START = Duration.ofMinutes(5);

  private final FolderLock lock;
  private final Server server;
  private final String password;
  private final int port;
  private volatile boolean stopped;

  private OwnPostgres(FolderLock lock, Server server, String password, int port) {
    this.lock = lock;
    this.server = server;
    this.password = password;
    this.port = port;
  }

  /**
   * Starts or takes over; the programs are kept in the data folder.
   *
   * @throws OwnPostgresTrouble when it cannot, with what to do
   */
  public static OwnPostgres start(Path dataFolder) {
    try {
      Home home = Home.in(dataFolder);
      return start(home, home.binaries());
    } catch (IOException failed) {
      throw unusable(dataFolder, failed);
    }
  }

  /** The same with the programs in a folder that several data folders share. */
  public static OwnPostgres start(Path dataFolder, Path programs) {
    try {
      return start(Home.in(dataFolder), programs.toAbsolutePath());
    } catch (IOException failed) {
      throw unusable(dataFolder, failed);
    }
  }

  private static OwnPostgres start(Home home, Path programs) throws IOException {
    String archive = Platform.archive(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    FolderLock lock = FolderLock.take(home);
    boolean started = false;
    try {
      Binaries binaries = Binaries.unpacked(programs, archive);
      RunAs runAs = RunAs.firstThatWorks(home, binaries);
      String password = new Cluster(home, binaries, runAs).ready();
      Server server = new Server(home, binaries, runAs, password, START);
      int port = server.takeOverOrStart();
      if (programs.equals(home.binaries())) {
        binaries.alone();
      }
      runAs.leaveToOwner(home);
      started = true;
      return new OwnPostgres(lock, server, password, port);
    } finally {
      if (!started) {
        lock.release();
      }
    }
  }

  /** For JDBC; stays the same for the life of this object. */
  public String url() {
    return Door.url(port, DATABASE);
  }

  public String user() {
    return OWNER;
  }

  public String password() {
    return password;
  }

  /** Whether the server runs and lets us in; never waits for a start in another thread. */
  public boolean isAlive() {
    return !stopped && server.answers(port);
  }

  /**
   * Starts the server again when its process is gone; what was committed is there.
   *
   * @return whether it had to
   * @throws OwnPostgresTrouble when it does not start, with the last lines of its log
   */
  public synchronized boolean ensureRunning() {
    if (stopped) {
      throw new IllegalStateException("stopped: " + url());
    }
    if (server.lives()) {
      return false;
    }
    try {
      server.startAgain(port);
      return true;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Stops the server and lets go of the folder; a second call does nothing. */
  public synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    try {
      try {
        server.stop();
      } finally {
        lock.release();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static OwnPostgresTrouble unusable(Path dataFolder, IOException failed) {
    return new OwnPostgresTrouble(
        "数据目录 %s 无法使用（%s）。请检查磁盘空间和目录权限。".formatted(dataFolder.toAbsolutePath(), failed),
        "The data folder %s cannot be used (%s). Check the disk's space and the folder's permissions."
            .formatted(dataFolder.toAbsolutePath(), failed),
        failed);
  }
}
