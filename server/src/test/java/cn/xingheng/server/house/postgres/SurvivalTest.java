package cn.xingheng.server.house.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("自带的 PostgreSQL：被杀、被占、被毁之后")
class SurvivalTest extends Trial {
  @Test
  @DisplayName("本程序被 kill -9：留下的服务器由下一次启动接管，数据还在")
  void orphanIsTakenOver() throws IOException, InterruptedException, SQLException {
    used();
    Holder holder = hold();
    String url = holder.says().split(" ", 2)[0];
    long pid = pid();
    holder.kill();
    assertThat(pid()).as("服务器还活着").isEqualTo(pid);
    OwnPostgres postgres = start();
    assertThat(postgres.url()).isEqualTo(url);
    assertThat(pid()).isEqualTo(pid);
    run(postgres, "create table kept (n int)", "insert into kept values (7)");
    postgres.stop();
    assertThat(new Postmaster(cluster()).living()).as("接管来的也能停").isEmpty();
    assertThat(ask(start(), "select n from kept")).containsExactly("7");
  }

  @Test
  @DisplayName("留下的服务器来自另一套程序：停掉，用自己的重启")
  void strangeOrphanIsRestarted() throws IOException, InterruptedException, SQLException {
    used();
    Path other = Files.createSymbolicLink(temporary.resolve("other"), programs());
    Holder holder = Holder.of(data, other, temporary);
    assertThat(holder.says()).startsWith("jdbc:");
    long pid = pid();
    assertThat(new Postmaster(cluster()).startedWith(pid).getFirst()).startsWith(other.toString());
    holder.kill();
    OwnPostgres after = start();
    assertThat(pid()).isNotEqualTo(pid);
    assertThat(new Postmaster(cluster()).startedWith(pid()).getFirst()).startsWith(programs().toString());
    assertThat(ask(after, "select 1")).containsExactly("1");
  }

  @Test
  @DisplayName("PostgreSQL 被 kill -9：原地址重启，提交了的还在，没提交的没有")
  void killedServerIsStartedAgain() throws IOException, InterruptedException, SQLException {
    used();
    OwnPostgres postgres = start();
    run(postgres, "create table kept (n int)", "insert into kept values (1)");
    assertThat(postgres.ensureRunning()).as("对照：好好的，不动").isFalse();
    try (Connection open = connect(postgres); Statement statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.execute("insert into kept values (2)");
      run(postgres, "insert into kept values (3)");
      long pid = pid();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      assertThat(new Postmaster(cluster()).ends(pid, Duration.ofSeconds(10))).isTrue();
      assertThat(postgres.isAlive()).isFalse();
      assertThat(postgres.ensureRunning()).isTrue();
    }
    assertThat(postgres.isAlive()).isTrue();
    assertThat(ask(postgres, "select n from kept order by n")).containsExactly("1", "3");
  }

  @Test
  @DisplayName("本程序与 PostgreSQL 都被 kill -9：下一次启动恢复")
  void bothKilled() throws IOException, InterruptedException, SQLException {
    used();
    Holder holder = hold();
    assertThat(holder.says()).startsWith("jdbc:");
    long pid = pid();
    holder.kill();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    OwnPostgres postgres = start();
    assertThat(ask(postgres, "select 1")).containsExactly("1");
    assertThat(pid()).isNotEqualTo(pid);
  }

  @Test
  @DisplayName("同一数据目录再次启动：本进程和别的进程都被拒，说出目录和进程号；停了就可以")
  void oneSystemPerFolder() throws IOException, InterruptedException, SQLException {
    used();
    OwnPostgres first = start();
    String own = Long.toString(ProcessHandle.current().pid());
    assertThatThrownBy(this::start).isInstanceOf(OwnPostgresTrouble.class)
        .hasMessageContaining(data.toString()).hasMessageContaining(own);
    assertThat(hold().says()).as("被拒的那次没有弄丢锁").startsWith("数据目录").contains(data.toString(), own);
    assertThat(ask(first, "select 1")).containsExactly("1");
    first.stop();
    assertThat(hold().says()).startsWith("jdbc:");
  }

  @Test
  @DisplayName("建库途中被 kill -9：下一次启动照常，残留清掉")
  void killedWhileInitialising() throws IOException, InterruptedException, SQLException {
    assertThat(Binaries.unpacked(programs(), Platform.archive("Linux", System.getProperty("os.arch")))).isNotNull();
    Holder holder = hold();
    Path room = data.resolve("postgres");
    assertThat(new Patience(Duration.ofSeconds(30)).until(() -> unfinished(room))).isTrue();
    holder.kill();
    assertThat(cluster()).as("对照：还没建成").doesNotExist();
    Files.createDirectories(room.resolve("new-1").resolve("cluster"));
    OwnPostgres postgres = start();
    assertThat(ask(postgres, "select 1")).containsExactly("1");
    assertThat(room.resolve("new-1")).doesNotExist();
  }

  private static boolean unfinished(Path room) {
    if (!Files.isDirectory(room)) {
      return false;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(room, "new-*")) {
      for (Path path : found) {
        if (Files.exists(path.resolve("cluster").resolve("PG_VERSION"))) {
          return true;
        }
      }
      return false;
    } catch (IOException gone) {
      return false;
    }
  }

  @Test
  @DisplayName("pid 文件里的进程号已属于别的进程：不误认，不误杀，照常启动")
  void recycledPid() throws IOException, InterruptedException, SQLException {
    used();
    long stranger = ProcessHandle.current().pid();
    Files.writeString(cluster().resolve("postmaster.pid"),
        stranger + "\n" + cluster() + "\n0\n1\n\n127.0.0.1\n  1  1\nready   \n");
    assertThat(new Postmaster(cluster()).living()).isEmpty();
    assertThat(ask(start(), "select 1")).containsExactly("1");
    assertThat(pid()).isNotEqualTo(stranger);
  }

  @Test
  @DisplayName("别的大版本建立的目录：拒绝，说怎么办，数据不动")
  void otherMajorIsRefused() throws IOException, InterruptedException, SQLException {
    used();
    Path version = cluster().resolve("PG_VERSION");
    String ours = Files.readString(version);
    Files.writeString(version, "16\n");
    assertThatThrownBy(this::start).isInstanceOf(OwnPostgresTrouble.class)
        .hasMessageContaining("PostgreSQL 16").hasMessageContaining("pg_dump");
    Files.writeString(version, ours);
    assertThat(ask(start(), "select 1")).as("对照：自己的版本可以").containsExactly("1");
  }

  @Test
  @DisplayName("口令文件不见或不对：拒绝，放回就好")
  void passwordFileGone() throws IOException, InterruptedException, SQLException {
    used();
    Path file = data.resolve("postgres").resolve("password");
    String password = Files.readString(file);
    Files.delete(file);
    assertThatThrownBy(this::start).isInstanceOf(OwnPostgresTrouble.class).hasMessageContaining(file.toString());
    Files.writeString(file, "another");
    assertThatThrownBy(this::start).isInstanceOf(OwnPostgresTrouble.class).hasMessageContaining("口令");
    assertThat(new Postmaster(cluster()).living()).as("没留下进不去的服务器").isEmpty();
    Files.writeString(file, password);
    assertThat(ask(start(), "select 1")).containsExactly("1");
  }

  @Test
  @DisplayName("服务器起不来：错误里有它日志的最后几行")
  void failureShowsTheLog() throws IOException, InterruptedException, SQLException {
    used();
    Path configuration = cluster().resolve("postgresql.conf");
    String sound = Files.readString(configuration);
    Files.writeString(configuration, sound + "\nno_such_setting = 1\n");
    assertThatThrownBy(this::start).isInstanceOf(OwnPostgresTrouble.class)
        .hasMessageContaining("postgres.log").hasMessageContaining("no_such_setting");
    Files.writeString(configuration, sound);
    assertThat(ask(start(), "select 1")).containsExactly("1");
  }
}
