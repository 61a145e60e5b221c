package cn.xingheng.server.house.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("自带的 PostgreSQL：零件")
class PartsTest {
  @TempDir Path folder;

  @Test
  @DisplayName("解到一半的程序不用，重新解开；完好的不动")
  void halfUnpackedIsHealed() throws IOException {
    String archive = Platform.archive(System.getProperty("os.name"), System.getProperty("os.arch"));
    Binaries binaries = Binaries.unpacked(folder, archive);
    Path program = binaries.program("postgres");
    long size = Files.size(program);
    Object made = Files.getAttribute(program, "unix:ino");
    assertThat(Binaries.unpacked(folder, archive)).isEqualTo(binaries);
    assertThat(Files.getAttribute(program, "unix:ino")).as("对照：完好的不动").isEqualTo(made);
    try (RandomAccessFile file = new RandomAccessFile(program.toFile(), "rw")) {
      file.setLength(size / 2);
    }
    assertThat(binaries.whole()).as("少了半截").isFalse();
    Files.delete(binaries.folder().resolve("files.list"));
    assertThat(binaries.whole()).as("没写完清单").isFalse();
    Files.delete(binaries.program("initdb"));
    Path left = Files.createDirectories(folder.resolve("new-left").resolve("bin")).getParent();
    Binaries.unpacked(folder, archive).alone();
    assertThat(binaries.whole()).isTrue();
    assertThat(program).hasSize(size).isExecutable();
    assertThat(binaries.program("initdb")).isExecutable();
    assertThat(left).doesNotExist();
    assertThat(binaries.folder()).exists();
  }

  @Test
  @DisplayName("别的系统：说明改用外部数据库；Linux 两种处理器各有一份")
  void otherSystems() {
    assertThatThrownBy(() -> Platform.archive("Mac OS X", "aarch64"))
        .isInstanceOf(OwnPostgresTrouble.class).hasMessageContaining("外部 PostgreSQL");
    assertThatThrownBy(() -> Platform.archive("Linux", "riscv64")).isInstanceOf(OwnPostgresTrouble.class);
    for (String processor : List.of("amd64", "aarch64")) {
      assertThat(getClass().getResource("/" + Platform.archive("Linux", processor))).as(processor).isNotNull();
    }
  }

  @Test
  @DisplayName("以谁的身份运行：普通用户直接；root 先用命名空间，再换用户；目录有主就用其主")
  void waysToRun() throws IOException {
    assertThat(RunAs.ways(1000, 1000, 1000)).extracting(RunAs::words).containsExactly(List.of());
    assertThat(RunAs.ways(0, 0, 0)).extracting(way -> way.words().getFirst())
        .startsWith("unshare", "setpriv", "runuser");
    assertThat(RunAs.ways(0, 77_777, 100)).startsWith(new RunAs(
        List.of("setpriv", "--reuid=77777", "--regid=100", "--clear-groups", "--"), 77_777, 100));
  }

  @Test
  @DisplayName("日志大了就换新的，旧的留三份；小的不动")
  void logIsRotated() throws IOException {
    ServerLog log = new ServerLog(folder.resolve("postgres.log"));
    for (int start = 1; start <= 5; start++) {
      log.ready();
      Files.writeString(log.file(), "start " + start + "\n");
      log.ready();
      assertThat(log.lastWords(0)).as("小的不动").isEqualTo("start " + start + "\n");
      try (RandomAccessFile file = new RandomAccessFile(log.file().toFile(), "rw")) {
        file.setLength(11 << 20);
      }
    }
    log.ready();
    assertThat(log.size()).isZero();
    assertThat(folder.resolve("postgres.log.1")).exists();
    assertThat(folder.resolve("postgres.log.3")).exists();
    assertThat(folder.resolve("postgres.log.4")).doesNotExist();
  }

  @Test
  @DisplayName("只引用这一次启动以来的最后几行")
  void lastWords() throws IOException {
    ServerLog log = new ServerLog(folder.resolve("postgres.log"));
    Files.writeString(log.file(), "earlier\n");
    long from = log.size();
    Files.writeString(log.file(), "earlier\n" + "line\n".repeat(40) + "last\n");
    assertThat(log.lastWords(from)).endsWith("last\n").doesNotContain("earlier");
    assertThat(log.lastWords(from).lines()).hasSizeLessThan(20);
  }
}
