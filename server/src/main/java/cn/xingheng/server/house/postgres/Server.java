package cn.xingheng.server.house.postgres;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.Inet4Address;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server of a cluster, takes over the one that a killed process left behind, and stops it. */
final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final Inet4Address LOOPBACK = Inet4Address.ofLiteral("127.0.0.1");
  private static final int ATTEMPTS = 4;
  private static final Duration FAST = Duration.ofSeconds(30);
  private static final Duration IMMEDIATE = Duration.ofSeconds(10);
  private static final Duration LAST_BREATH = Duration.ofSeconds(5);

  private final Home home;
  private final Binaries binaries;
  private final RunAs runAs;
  private final Door door;
  private final Postmaster postmaster;
  private final ServerLog log;
  private final Duration bound;

  /** @param bound how long a start may take, recovery after a crash included */
  Server(Home home, Binaries binaries, RunAs runAs, String password, Duration bound) {
    this.home = home;
    this.binaries = binaries;
    this.runAs = runAs;
    this.door = new Door(password);
    this.postmaster = new Postmaster(home.cluster());
    this.log = new ServerLog(home.log());
    this.bound = bound;
  }

  boolean lives() {
    return postmaster.living().isPresent();
  }

  /** A refused password is no answer here; a start says it loudly. */
  boolean answers(int port) {
    try {
      return lives() && door.opens(port);
    } catch (OwnPostgresTrouble refused) {
      LOG.warn("PostgreSQL on port {} does not let us in", port, refused);
      return false;
    }
  }

  /** The port of a server that answers: the one left behind when it is as we would start it, else a new one. */
  int takeOverOrStart() throws IOException {
    Optional<Postmaster.Note> orphan = postmaster.living();
    if (orphan.isPresent() && takesOver(orphan.get())) {
      return orphan.get().port();
    }
    stop();
    int port = rememberedPort();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      int tried = attempt == 1 && isFree(port) ? port : anyFreePort();
      if (starts(tried, attempt == ATTEMPTS)) {
        SmallFile.write(home.port(), Integer.toString(tried));
        return tried;
      }
    }
    throw new IllegalStateException("the last attempt neither started nor failed");
  }

  /** The same address again after the server died; whoever holds its address need not learn a new one. */
  void startAgain(int port) throws IOException {
    starts(port, true);
  }

  /** Fast (open transactions are rolled back), then immediate, then by force; each within its bound. */
  void stop() throws IOException {
    Optional<Postmaster.Note> living = postmaster.living();
    if (living.isPresent()) {
      long pid = living.get().pid();
      if (!pgCtlStop("fast", FAST, pid) && !pgCtlStop("immediate", IMMEDIATE, pid)) {
        LOG.warn("PostgreSQL (pid {}) did not stop and is killed; it recovers at the next start", pid);
      }
    }
    postmaster.clear();
  }

  private boolean pgCtlStop(String mode, Duration patience, long pid) {
    Commands.Outcome outcome = Commands.run(runAs.command(List.of(
        binaries.program("pg_ctl").toString(), "stop", "--pgdata=" + home.cluster(), "--mode=" + mode, "--wait",
        "--timeout=" + patience.toSeconds())), patience.plusSeconds(5));
    boolean gone = postmaster.ends(pid, outcome.fine() ? LAST_BREATH : Duration.ZERO);
    if (!gone) {
      LOG.warn("pg_ctl stop --mode={}: {}", mode, outcome.said());
    }
    return gone;
  }

  private boolean takesOver(Postmaster.Note orphan) {
    boolean same = postmaster.startedWith(orphan.pid()).equals(command(orphan.port()));
    boolean ready = same && new Patience(bound).until(
        () -> postmaster.living().map(note -> note.isReady() || note.status().equals("stopping")).orElse(true));
    boolean taken = ready && answers(orphan.port());
    LOG.info("PostgreSQL (pid {}, port {}) was left running by a process that did not stop it: {}",
        orphan.pid(), orphan.port(), taken ? "taken over" : "restarted");
    return taken;
  }

  /** Whether it started; when it did not because the port was snatched, false unless this was the last attempt. */
  private boolean starts(int port, boolean last) throws IOException {
    postmaster.clear();
    log.ready();
    long from = log.size();
    Process process = Commands.prepared(Commands.inOwnSession(runAs.command(command(port))))
        .redirectOutput(Redirect.appendTo(home.log().toFile())).start();
    boolean settled = settles(process, port);
    String lastWords = log.lastWords(from);
    if (!process.isAlive()) {
      if (!last && lastWords.contains("could not bind")) {
        return false;
      }
      throw OwnPostgresTrouble.quoting(
          "自带的 PostgreSQL 没有启动，请看 %s 的末尾：".formatted(home.log()),
          "The own PostgreSQL did not start; the end of %s says:".formatted(home.log()), lastWords);
    }
    if (!settled) {
      throw OwnPostgresTrouble.quoting(
          "自带的 PostgreSQL 在 %d 秒内没有就绪（可能仍在恢复）；它继续运行，稍后再启动本程序即可接管。日志 %s 的末尾："
              .formatted(bound.toSeconds(), home.log()),
          "The own PostgreSQL was not ready within %d s (it may be recovering); it goes on, start again later. %s ends:"
              .formatted(bound.toSeconds(), home.log()), lastWords);
    }
    LOG.info("PostgreSQL (pid {}) answers on port {}", process.pid(), port);
    return true;
  }

  private boolean settles(Process process, int port) throws IOException {
    try {
      return new Patience(bound).until(() -> !process.isAlive()
          || (postmaster.living().filter(Postmaster.Note::isReady).isPresent() && door.opens(port)));
    } catch (OwnPostgresTrouble refused) {
      stop();
      throw refused;
    }
  }

  /**
   * On the command line, where neither a file nor ALTER SYSTEM can weaken it. The log stays free of personal data: no
   * statements, no details such as the values of a key. A client that died is noticed in the midst of a statement.
   */
  private List<String> command(int port) {
    return List.of(binaries.program("postgres").toString(), "-D", home.cluster().toString(),
        "-c", "listen_addresses=127.0.0.1", "-c", "port=" + port, "-c", "unix_socket_directories=",
        "-c", "fsync=on", "-c", "full_page_writes=on", "-c", "synchronous_commit=on",
        "-c", "password_encryption=scram-sha-256", "-c", "client_connection_check_interval=10s",
        "-c", "log_destination=stderr", "-c", "logging_collector=off", "-c", "log_line_prefix=%m [%p] ",
        "-c", "log_error_verbosity=terse", "-c", "log_min_error_statement=panic");
  }

  private int rememberedPort() throws IOException {
    String line = SmallFile.read(home.port());
    return line.matches("\\d{1,5}") ? Integer.parseInt(line) : 0;
  }

  private static boolean isFree(int port) {
    if (port < 1 || port > 0xFFFF) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket(port, 1, LOOPBACK)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static int anyFreePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      return socket.getLocalPort();
    }
  }
}
