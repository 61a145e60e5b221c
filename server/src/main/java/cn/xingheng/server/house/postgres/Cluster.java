package cn.xingheng.server.house.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The database cluster on disk: made once, beside, and renamed when whole, so that a kill in the middle heals.
 *
 * <p>The password is written before the cluster that asks for it; nothing ever stands on a command line.
 */
record Cluster(Home home, Binaries binaries, RunAs runAs) {
  private static final Duration INIT = Duration.ofMinutes(3);
  private static final Duration ASK = Duration.ofSeconds(20);
  private static final int PASSWORD_BYTES = 24;
  private static final Pattern MAJOR = Pattern.compile("\\b(\\d+)[.\\w]*\\s*$");

  /** The password of a cluster that is there and fits these programs. */
  String ready() throws IOException {
    home.sweep();
    if (!Files.exists(home.cluster())) {
      String password = passwordForNew();
      create(password);
      return password;
    }
    refuseOtherMajor();
    runAs.give(home.cluster());
    String password = SmallFile.read(home.password());
    if (password.isEmpty()) {
      throw new OwnPostgresTrouble(
          "数据目录里有数据库，但口令文件 %s 不见了。请从备份恢复这个文件。".formatted(home.password()),
          "There is a database, but its password file %s is gone. Restore that file from a backup."
              .formatted(home.password()));
    }
    return password;
  }

  private String passwordForNew() throws IOException {
    String password = SmallFile.read(home.password());
    if (password.isEmpty()) {
      byte[] bytes = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(bytes);
      password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      SmallFile.write(home.password(), password);
    }
    return password;
  }

  private void create(String password) throws IOException {
    Path unfinished = Files.createTempDirectory(home.room(), Home.UNFINISHED);
    try {
      Path cluster = unfinished.resolve("cluster");
      Path secret = unfinished.resolve("secret");
      SmallFile.write(secret, password);
      runAs.give(unfinished);
      Commands.Outcome outcome = Commands.run(runAs.command(List.of(
          binaries.program("initdb").toString(), "--pgdata=" + cluster, "--username=" + OwnPostgres.OWNER,
          "--pwfile=" + secret, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
          "--locale-provider=icu", "--icu-locale=zh-CN", "--data-checksums")), INIT);
      if (!outcome.fine()) {
        throw OwnPostgresTrouble.quoting(
            "在 %s 建立数据库失败，请看下面的原因（常见：磁盘已满、目录不可写）。".formatted(home.room()),
            "The database could not be made in %s; see below (often a full disk or a folder that cannot be written)."
                .formatted(home.room()),
            outcome.said());
      }
      Files.move(cluster, home.cluster(), StandardCopyOption.ATOMIC_MOVE);
      Home.flush(home.room());
    } finally {
      Home.deleteIfPossible(unfinished);
    }
  }

  private void refuseOtherMajor() throws IOException {
    Path file = home.cluster().resolve("PG_VERSION");
    if (!Files.exists(file)) {
      throw new OwnPostgresTrouble(
          "%s 不是完整的数据库（缺少 PG_VERSION）。请从备份恢复，或另选空的数据目录。".formatted(home.cluster()),
          "%s is no whole database (PG_VERSION is missing). Restore a backup, or choose an empty data folder."
              .formatted(home.cluster()));
    }
    String made = Files.readString(file).strip();
    String ours = major();
    if (!made.equals(ours)) {
      throw new OwnPostgresTrouble(
          ("数据目录 %s 由 PostgreSQL %s 建立，本版程序自带 PostgreSQL %s，不能直接打开；数据未被改动。"
              + "请用原版程序启动，以 pg_dump 导出，再导入到本版程序的新数据目录；或改用外部数据库地址。")
              .formatted(home.folder(), made, ours),
          ("The data folder %s was made by PostgreSQL %s; this build carries %s and cannot open it. "
              + "Nothing was changed. Start the earlier build, export with pg_dump, import into a new data folder of "
              + "this one; or give the URL of an external database.").formatted(home.folder(), made, ours));
    }
  }

  private String major() {
    Commands.Outcome outcome =
        Commands.run(runAs.command(List.of(binaries.program("postgres").toString(), "--version")), ASK);
    Matcher matcher = MAJOR.matcher(outcome.said());
    if (!matcher.find()) {
      throw new IllegalStateException("postgres --version said: " + outcome.said());
    }
    return String.valueOf(matcher.group(1));
  }
}
