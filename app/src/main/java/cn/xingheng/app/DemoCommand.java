package cn.xingheng.app;

import cn.xingheng.server.XinghengServer;
import cn.xingheng.server.demo.DemoDesk;
import cn.xingheng.server.demo.DemoWorld;
import cn.xingheng.server.demo.Notable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** 「演示命令」 {@code xingheng demo}: the server with an invented province, and the accounts to sign in with. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "打开一个装有虚构数据的系统，并打印网址与演示账号。",
      "Opens the system with invented data, and prints its address and the demo accounts."
    },
    footer = "Ctrl C 停止；再次运行接着用，删除数据目录重新开始。 Ctrl C stops it; run it again to go on.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class DemoCommand implements Callable<Integer> {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int PASSWORD_LETTERS = 12;
  private static final int EVERY = 500;

  @Spec
  private CommandSpec spec;

  @Mixin
  private ServerOptions options;

  @Option(names = "--physicians", paramLabel = "N", defaultValue = "" + DemoWorld.USUAL,
      description = "医师人数（默认 ${DEFAULT-VALUE}） how many physicians")
  private int physicians;

  @Option(names = "--seed", paramLabel = "SEED", defaultValue = "1",
      description = "随机种子（默认 ${DEFAULT-VALUE}） what the world is told from")
  private long seed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    ConfigurableApplicationContext server =
        XinghengServer.start(options.demonstration(), XinghengServer.BEIJING);
    Path card = options.demoFolder().resolve("accounts.txt");
    DemoDesk demo = server.getBean(DemoDesk.class);
    if (demo.empty()) {
      fill(demo, card, out);
    }
    out.println();
    out.println("杏衡 Xingheng: " + XinghengServer.address(server));
    Files.readAllLines(card).forEach(out::println);
    out.flush();
    Thread.currentThread().join();
    return 0;
  }

  private void fill(DemoDesk demo, Path card, PrintWriter out) throws IOException {
    String password = password();
    DemoWorld world =
        demo.fill(
            seed, physicians, password,
            done -> {
              if (done % EVERY == 0 || done == physicians) {
                out.print("\r虚构数据 invented data: " + done + " / " + physicians);
                out.flush();
              }
            });
    out.println();
    Files.deleteIfExists(card);
    Files.createFile(card, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(card, card(world, password));
  }

  private static List<String> card(DemoWorld world, String password) {
    List<String> lines = new ArrayList<>();
    lines.add("演示账号 demo accounts（密码均为 password for all: " + password + "）");
    world.accounts().forEach(
        account -> lines.add("  %-16s %s, %s".formatted(account.login(), account.name(), account.organisation())));
    lines.add("可以先看 worth a look:");
    for (Notable notable : world.notable()) {
      lines.add("  " + notable.name() + "　" + notable.description());
    }
    return lines;
  }

  private static String password() {
    SecureRandom chance = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < PASSWORD_LETTERS; i++) {
      password.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
