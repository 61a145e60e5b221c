package cn.xingheng.server.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A scratch cluster of the PostgreSQL that the distribution brings, run as an unprivileged account. */
final class DebianPostgres implements AutoCloseable {
  static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
  private static final String SUPER = "supervisor";
  private static final String ACCOUNT = "postgres";
  private static final boolean ROOT = System.getProperty("user.name").equals("root");

  private final Path folder;
  private final int port;

  private DebianPostgres(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  static boolean installed() {
    return Files.isExecutable(PROGRAMS.resolve("initdb"));
  }

  static DebianPostgres start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("xingheng-debian");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    if (ROOT) {
      Files.setOwner(
          folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(ACCOUNT));
    }
    DebianPostgres made = new DebianPostgres(folder, freePort());
    made.run(
        "initdb", "-D", made.cluster(), "-U", SUPER, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
    made.run(
        "pg_ctl", "-D", made.cluster(), "-l", folder.resolve("log").toString(), "-w", "-o",
        "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=" + made.port, "start");
    return made;
  }

  private String cluster() {
    return folder.resolve("cluster").toString();
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** As who may do everything here. */
  void order(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("postgres"), SUPER, "")) {
      for (String statement : statements) {
        Rows.run(connection, statement);
      }
    }
  }

  Connection app(String database, String owner) throws SQLException {
    Connection connection = DriverManager.getConnection(url(database), owner, "");
    Rows.run(connection, "set role xingheng_app");
    return connection;
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    if (ROOT) {
      words.addAll(List.of("setpriv", "--reuid=" + ACCOUNT, "--regid=" + ACCOUNT, "--clear-groups", "--"));
    }
    words.add(PROGRAMS.resolve(program).toString());
    words.addAll(List.of(arguments));
    Path said = folder.resolve(program + ".out");
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true)
            .redirectOutput(said.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", words) + ": " + Files.readString(said));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("pg_ctl", "-D", cluster(), "-w", "-m", "immediate", "stop");
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(path);
      }
    }
  }
}
