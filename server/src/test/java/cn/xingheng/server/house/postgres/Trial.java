package cn.xingheng.server.house.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the trials share: the programs unpacked once, a data folder each, and nothing left running. */
abstract class Trial {
  @TempDir static Path shared;

  @TempDir Path temporary;
  Path data;
  private final List<OwnPostgres> started = new ArrayList<>();
  private final List<Holder> holders = new ArrayList<>();

  @BeforeEach
  final void chooseFolder() throws IOException {
    data = temporary.toRealPath().resolve("data 数据");
  }

  @AfterEach
  final void leaveNothingRunning() throws IOException, InterruptedException {
    for (Holder holder : holders) {
      holder.kill();
    }
    started.forEach(OwnPostgres::stop);
    if (Files.exists(cluster())) {
      new Postmaster(cluster()).clear();
    }
  }

  static Path programs() {
    return shared.resolve("programs");
  }

  Path cluster() {
    return data.resolve("postgres").resolve("cluster");
  }

  /** A data folder that was started once and stopped, copied: making a database is the longest part of a start. */
  void used() throws IOException, InterruptedException {
    Path used = shared.toRealPath().resolve("used");
    if (!Files.exists(used)) {
      OwnPostgres.start(used, programs()).stop();
    }
    assertThat(new ProcessBuilder("cp", "-a", used.toString(), data.toString()).start().waitFor()).isZero();
  }

  OwnPostgres start() {
    OwnPostgres postgres = OwnPostgres.start(data, programs());
    started.add(postgres);
    return postgres;
  }

  Holder hold() throws IOException {
    Holder holder = Holder.of(data, programs(), temporary);
    holders.add(holder);
    return holder;
  }

  long pid() {
    return new Postmaster(cluster()).living().orElseThrow().pid();
  }

  static Connection connect(OwnPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
  }

  static void run(OwnPostgres postgres, String... statements) throws SQLException {
    try (Connection connection = connect(postgres); Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  static List<String> ask(OwnPostgres postgres, String query) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }
}
