package cn.xingheng.app;

import cn.xingheng.client.XinghengClient;
import cn.xingheng.match.SnapshotSeal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** 「同步命令」 {@code xingheng sync}: brings the signed snapshot at hand up to the house. */
@Command(
    name = "sync",
    mixinStandardHelpOptions = true,
    description = {
      "取来本机构的签名快照，或其后的变动，供断网时 check --offline 使用；可反复运行。",
      "Fetches the institution's signed snapshot, or the changes since, for check --offline;",
      "may run as often as one likes."
    },
    footerHeading = "%n例 Example:%n",
    footer = {"  xingheng sync --url https://xingheng.example.cn --key-file key.txt --snapshot S.xhs --key K.pem"},
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {
      "0:已取来 done",
      "2:没有取来，手头的照旧 not done, what is at hand stays as it was"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class SyncCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Spec
  private CommandSpec spec;

  @Mixin
  private HouseOptions house;

  @Mixin
  private LocalOptions local;

  @Option(names = "--accept-key",
      description = "K.pem 还没有时，把系统给的公钥写进去；请与接口密钥页核对指纹 write the key that the house names when there is none yet; "
          + "compare its fingerprint with the page of keys")
  private boolean accept;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try (XinghengClient client = house.client(spec)) {
      Path pem = local.keyFile(spec);
      if (accept && !Files.exists(pem)) {
        PublicKey key = client.publicKey();
        Files.writeString(pem, SnapshotSeal.pem(key));
        err.println("公钥指纹 fingerprint of the key: " + SnapshotSeal.fingerprint(key));
      }
      XinghengClient.Synced synced = client.sync(local.open(spec));
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          (synced.fetched() ? "已取快照 snapshot fetched，" : "") + "变动号 change " + synced.change() + "，"
              + synced.physicians() + " 名医师有变动 physicians changed");
      out.flush();
      err.flush();
      return 0;
    } catch (IOException failed) {
      err.println("xingheng sync: " + Objects.requireNonNullElse(failed.getMessage(), failed.toString()));
      err.println("Maybe the address, the key or a file is another one; what is at hand stays as it was.");
      err.flush();
    }
    return UNUSABLE;
  }
}
