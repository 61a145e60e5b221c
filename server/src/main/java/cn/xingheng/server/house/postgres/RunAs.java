package cn.xingheng.server.house.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Under which account the programs run: PostgreSQL refuses to run as root.
 *
 * <p>Anyone else runs it directly. Root runs it in a user namespace of its own, where it is nobody in particular and
 * still the owner of its files; where that is forbidden, as in many containers, under the account that owns the data
 * folder, else under one that has no other rights. The first way that works is taken.
 *
 * @param words what to put before a command
 * @param uid whom the cluster is to belong to, {@link #OURSELVES} when nothing else is possible
 */
record RunAs(List<String> words, int uid, int gid) {
  static final int OURSELVES = -1;
  private static final Duration TRIAL = Duration.ofSeconds(20);

  static RunAs firstThatWorks(Home home, Binaries binaries) throws IOException {
    StringBuilder tried = new StringBuilder();
    Path owned = Files.exists(home.cluster()) ? home.cluster() : home.folder();
    int owner = number(owned, "unix:uid");
    int self = number(Path.of("/proc/self"), "unix:uid");
    if (self != 0 && owner != self && owned.equals(home.cluster())) {
      throw notOurs(home, owner, self);
    }
    for (RunAs way : ways(self, owner, number(owned, "unix:gid"))) {
      Commands.Outcome outcome = way.trial(home, binaries);
      if (outcome.fine()) {
        return way;
      }
      tried.append(String.join(" ", way.words)).append(": ").append(outcome.said()).append('\n');
    }
    throw OwnPostgresTrouble.quoting(
        "无法启动自带的 PostgreSQL：它不能以 root 身份运行，已尝试的方式都不可用（见下）。"
            + "请改用普通用户运行本程序（数据目录 %s 归该用户所有），或安装 util-linux，或填写外部数据库地址。"
                .formatted(home.folder()),
        "The own PostgreSQL cannot run here: it refuses root, and none of the ways below works. Run this program as an "
            + "ordinary user who owns %s, or install util-linux, or give the URL of an external database."
                .formatted(home.folder()),
        tried.toString());
  }

  /** In the order of preference, for an account of this process and the owner of the cluster or data folder. */
  static List<RunAs> ways(int self, int owner, int group) throws IOException {
    if (self != 0) {
      return List.of(new RunAs(List.of(), OURSELVES, OURSELVES));
    }
    RunAs namespace = new RunAs(List.of("unshare", "-U", "--"), 0, 0);
    List<Account> accounts = Account.all();
    if (owner != 0) {
      Account known = accounts.stream().filter(account -> account.uid == owner).findFirst()
          .orElse(new Account("", owner, group));
      return Stream.concat(known.ways().stream(), Stream.of(namespace)).toList();
    }
    List<RunAs> ways = new ArrayList<>(List.of(namespace));
    for (String name : List.of("postgres", "nobody")) {
      accounts.stream().filter(account -> account.name.equals(name)).forEach(account -> ways.addAll(account.ways()));
    }
    return ways;
  }

  List<String> command(List<String> own) {
    return Stream.concat(words.stream(), own.stream()).toList();
  }

  /** Gives the tree to the account; nothing to do when it is ours or has it already. */
  void give(Path tree) throws IOException {
    if (uid == OURSELVES || number(tree, "unix:uid") == uid) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(tree)) {
      all = walk.toList().reversed();
    }
    for (Path path : all) {
      Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** What root made in a folder of someone else is that owner's, who may come back without root. */
  void leaveToOwner(Home home) throws IOException {
    if (number(home.folder(), "unix:uid") == uid) {
      for (Path path : List.of(home.room(), home.lock(), home.port(), home.password(), home.log())) {
        give(path);
      }
    }
  }

  /** Whether the account can read and run the programs, and pass into the room of the cluster. */
  private Commands.Outcome trial(Home home, Binaries binaries) {
    Commands.Outcome runs =
        Commands.run(command(List.of(binaries.program("postgres").toString(), "--version")), TRIAL);
    return runs.fine() ? Commands.run(command(List.of("test", "-x", home.room().toString())), TRIAL) : runs;
  }

  private static int number(Path path, String attribute) throws IOException {
    return (Integer) Files.getAttribute(path, attribute);
  }

  /** An account of this machine; one without a name owns files all the same. */
  private record Account(String name, int uid, int gid) {
    static List<Account> all() throws IOException {
      return Files.readAllLines(Path.of("/etc/passwd")).stream()
          .map(line -> line.split(":", -1))
          .filter(fields -> fields.length > 3 && fields[2].matches("\\d{1,9}") && fields[3].matches("\\d{1,9}"))
          .map(fields -> new Account(fields[0], Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
          .toList();
    }

    List<RunAs> ways() {
      RunAs byNumber = new RunAs(
          List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"), uid, gid);
      return name.isEmpty() ? List.of(byNumber)
          : List.of(byNumber, new RunAs(List.of("runuser", "-u", name, "--"), uid, gid));
    }
  }

  private static OwnPostgresTrouble notOurs(Home home, int owner, int self) {
    return new OwnPostgresTrouble(
        "数据目录 %s 由另一个用户（uid %d）建立，当前用户（uid %d）不能使用。请以原用户运行，或先把整个目录交给当前用户。"
            .formatted(home.folder(), owner, self),
        "The data folder %s belongs to another user (uid %d, not %d). Run as that user, or hand the folder over."
            .formatted(home.folder(), owner, self));
  }
}
