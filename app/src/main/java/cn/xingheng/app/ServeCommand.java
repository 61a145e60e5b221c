package cn.xingheng.app;

import cn.xingheng.server.XinghengServer;
import cn.xingheng.server.house.security.SetUp;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** 「服务命令」 {@code xingheng serve}: the server, for real use. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "启动网页与接口。首次启动会打印设置地址与一次性启动码，由首位管理员打开；没有默认密码。",
      "Starts pages and interfaces. The first start prints address and token for the first administrator;"
          + " there is no default password."
    },
    footer = "配置见 docs/RUNNING.md；Ctrl C 停止。 For settings see docs/RUNNING.md; Ctrl C stops it.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class ServeCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Mixin
  private ServerOptions options;

  @Override
  public Integer call() throws InterruptedException {
    ConfigurableApplicationContext server = XinghengServer.start(options.properties(), XinghengServer.BEIJING);
    PrintWriter out = spec.commandLine().getOut();
    out.println("杏衡 Xingheng: " + XinghengServer.address(server));
    server.getBean(SetUp.class).token().ifPresent(
        token -> out.println("首次设置 first set-up: " + XinghengServer.address(server) + "/set-up 启动码 token " + token));
    out.flush();
    Thread.currentThread().join();
    return 0;
  }
}
