package cn.xingheng.server.house.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("自带的 PostgreSQL：建立与设置")
class OwnPostgresTest extends Trial {
  private static Path folder;
  private static OwnPostgres postgres;

  @BeforeAll
  static void startOnce() throws IOException {
    folder = shared.toRealPath().resolve("once");
    postgres = OwnPostgres.start(folder, programs());
  }

  @AfterAll
  static void stopOnce() {
    postgres.stop();
  }

  @Test
  @DisplayName("落盘、校验和、口令加密、只听本机：逐项读回")
  void settingsAreDurable() throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String name : List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums",
        "password_encryption", "listen_addresses", "unix_socket_directories", "server_encoding",
        "log_error_verbosity", "log_min_error_statement")) {
      settings.put(name, ask(postgres, "show " + name).getFirst());
    }
    assertThat(settings).containsExactly(
        Map.entry("fsync", "on"), Map.entry("full_page_writes", "on"), Map.entry("synchronous_commit", "on"),
        Map.entry("data_checksums", "on"), Map.entry("password_encryption", "scram-sha-256"),
        Map.entry("listen_addresses", "127.0.0.1"), Map.entry("unix_socket_directories", ""),
        Map.entry("server_encoding", "UTF8"), Map.entry("log_error_verbosity", "terse"),
        Map.entry("log_min_error_statement", "panic"));
    assertThat(ask(postgres, "select rolpassword from pg_authid where rolname = current_user").getFirst())
        .startsWith("SCRAM-SHA-256$");
  }

  @Test
  @DisplayName("ALTER SYSTEM 也关不掉落盘")
  void nothingWeakensThem() throws IOException, InterruptedException, SQLException {
    used();
    OwnPostgres first = start();
    run(first, "alter system set fsync = off", "alter system set work_mem = '5MB'", "select pg_reload_conf()");
    first.stop();
    OwnPostgres again = start();
    assertThat(ask(again, "show fsync")).containsExactly("on");
    assertThat(ask(again, "show work_mem")).as("对照：其他设置照常生效").containsExactly("5MB");
  }

  @Test
  @DisplayName("按拼音排序：安 李 王 张；对照：C 排序不同")
  void sortsByPinyin() throws SQLException {
    String names = "select n from (values ('张'), ('李'), ('王'), ('安')) as v (n) order by n";
    assertThat(ask(postgres, names)).containsExactly("安", "李", "王", "张");
    assertThat(ask(postgres, names + " collate \"C\"")).containsExactly("安", "张", "李", "王");
  }

  @Test
  @DisplayName("口令：文件 0600，错口令与空口令被拒，不出现在命令行和日志里")
  void passwordIsKept() throws IOException, SQLException {
    Path file = folder.resolve("postgres").resolve("password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    assertThat(Files.readString(file).strip()).isEqualTo(postgres.password()).hasSizeGreaterThan(30);
    for (String wrong : List.of("", postgres.password() + "x")) {
      assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.user(), wrong))
          .isInstanceOf(SQLException.class).hasMessageContaining("password");
    }
    assertThat(ask(postgres, "select 1")).as("对照：对的口令可以进").containsExactly("1");
    Postmaster postmaster = new Postmaster(folder.resolve("postgres").resolve("cluster"));
    assertThat(postmaster.startedWith(postmaster.living().orElseThrow().pid())).isNotEmpty()
        .noneMatch(word -> word.contains(postgres.password()));
    assertThat(Files.readString(folder.resolve("postgres.log"))).contains("ready to accept")
        .doesNotContain(postgres.password());
  }

  @Test
  @DisplayName("服务器日志里没有语句和键值")
  void logHoldsNoData() throws IOException, SQLException {
    run(postgres, "create table person (id text primary key)", "insert into person values ('身份号码')");
    assertThatThrownBy(() -> run(postgres, "insert into person values ('身份号码')")).hasMessageContaining("身份号码");
    assertThat(Files.readString(folder.resolve("postgres.log"))).contains("duplicate key").doesNotContain("身份号码");
  }

  @Test
  @DisplayName("停止后再启动：数据、口令、端口不变，停止两次无妨")
  void restartKeepsData() throws IOException, InterruptedException, SQLException {
    used();
    OwnPostgres first = start();
    run(first, "create table kept (n int)", "insert into kept values (7)");
    long pid = pid();
    first.stop();
    first.stop();
    assertThat(new Postmaster(cluster()).living()).isEmpty();
    assertThat(first.isAlive()).isFalse();
    OwnPostgres second = start();
    assertThat(ask(second, "select n from kept")).containsExactly("7");
    assertThat(second.url()).isEqualTo(first.url());
    assertThat(second.password()).isEqualTo(first.password());
    assertThat(pid()).isNotEqualTo(pid);
  }

  @Test
  @DisplayName("记住的端口被别人占用：换一个")
  void takenPortIsLeft() throws IOException, InterruptedException, SQLException {
    used();
    OwnPostgres first = start();
    int port = URI.create(first.url().substring("jdbc:".length())).getPort();
    first.stop();
    try (ServerSocket stranger = new ServerSocket(port, 1, Inet4Address.ofLiteral("127.0.0.1"))) {
      OwnPostgres second = start();
      assertThat(stranger.isBound()).isTrue();
      assertThat(second.url()).isNotEqualTo(first.url());
      assertThat(ask(second, "select 1")).containsExactly("1");
    }
  }

  @Test
  @DisplayName("数据目录属于另一用户、以 root 运行：以那个用户的身份运行")
  void runsAsOwnerOfTheFolder() throws IOException, SQLException {
    assumeTrue(System.getProperty("user.name").equals("root"), "只有 root 能换身份");
    int nobody = 65_534;
    for (Path closed : List.of(shared, temporary)) {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx--x--x"));
    }
    Files.createDirectories(data);
    Files.setAttribute(data, "unix:uid", nobody);
    Files.setAttribute(data, "unix:gid", nobody);
    OwnPostgres first = start();
    Path room = data.resolve("postgres");
    for (Path path : List.of(cluster(), room, room.resolve("port"), data.resolve("postgres.log"))) {
      assertThat(Files.getAttribute(path, "unix:uid")).as(path.toString()).isEqualTo(nobody);
    }
    assertThat(Files.getAttribute(Path.of("/proc", Long.toString(pid())), "unix:uid")).isEqualTo(nobody);
    run(first, "create table kept (n int)", "insert into kept values (7)");
    first.stop();
    assertThat(ask(start(), "select n from kept")).containsExactly("7");
  }
}
