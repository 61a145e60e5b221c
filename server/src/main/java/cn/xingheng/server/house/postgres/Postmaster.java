package cn.xingheng.server.house.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The server process of one cluster, told by its pid file and by what the system says of that process.
 *
 * <p>A pid alone proves nothing: after a restart of the machine or container another process may have it. A process is
 * ours when it is a {@code postgres} whose working folder is the cluster.
 */
record Postmaster(Path cluster) {
  private static final Duration DEATH = Duration.ofSeconds(10);

  /** The lines of the pid file that we need; the status is empty while the server has not said one. */
  record Note(long pid, int port, String status) {
    boolean isReady() {
      return status.equals("ready");
    }
  }

  /** What the pid file says, when it speaks of a server of this cluster that lives. */
  Optional<Note> living() {
    return note().filter(note -> serves(note.pid));
  }

  /** The command line it was started with. */
  List<String> startedWith(long pid) {
    try {
      String all = Files.readString(proc(pid).resolve("cmdline"), StandardCharsets.UTF_8);
      return List.of(all.split("\0", -1)).subList(0, Math.max(0, all.split("\0", -1).length - 1));
    } catch (IOException gone) {
      return List.of();
    }
  }

  /** Waits for the end of this process. */
  boolean ends(long pid, Duration bound) {
    return new Patience(bound).until(() -> !serves(pid));
  }

  /**
   * Makes room for a new server: kills children that outlived a killed server, and removes a pid file whose number now
   * belongs to a stranger, as PostgreSQL would refuse to start. A pid file of a dead process it judges itself.
   */
  void clear() throws IOException {
    List<ProcessHandle> left = ProcessHandle.allProcesses().filter(process -> serves(process.pid())).toList();
    for (ProcessHandle process : left) {
      process.destroyForcibly();
    }
    for (ProcessHandle process : left) {
      if (!ends(process.pid(), DEATH)) {
        throw new OwnPostgresTrouble(
            "数据目录 %s 上残留的数据库进程（进程号 %d）无法结束。请手工结束它再启动。".formatted(cluster, process.pid()),
            "A left-over database process (pid %d) on %s cannot be ended. End it by hand, then start again."
                .formatted(process.pid(), cluster));
      }
    }
    Optional<Note> note = note();
    if (note.isPresent() && Files.exists(proc(note.get().pid)) && !serves(note.get().pid)) {
      Files.deleteIfExists(pidFile());
    }
  }

  private boolean serves(long pid) {
    try {
      return Files.readString(proc(pid).resolve("comm")).strip().equals("postgres")
          && Files.readSymbolicLink(proc(pid).resolve("cwd")).equals(cluster);
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  private Optional<Note> note() {
    try {
      List<String> lines = Files.readAllLines(pidFile());
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      long pid = Long.parseLong(lines.get(0).strip());
      int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
      return Optional.of(new Note(pid, port, lines.size() > 7 ? lines.get(7).strip() : ""));
    } catch (IOException | NumberFormatException noneOrHalfWritten) {
      return Optional.empty();
    }
  }

  private Path pidFile() {
    return cluster.resolve("postmaster.pid");
  }

  private static Path proc(long pid) {
    return Path.of("/proc", Long.toString(pid));
  }
}
