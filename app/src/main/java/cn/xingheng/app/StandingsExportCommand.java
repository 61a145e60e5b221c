package cn.xingheng.app;

import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.server.XinghengServer;
import cn.xingheng.server.claims.StandingsDesk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** 「导出资格状态命令」 {@code xingheng standings export}: from the database to the standings file that {@code match} reads. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "由数据库写出每个医师编码在每家机构每一天的资格状态，供 match 使用。",
      "Writes the standings of every code in the database, for match."
    },
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {"0:已写出 written", "2:写不了，未写任何内容 it cannot be written, nothing is"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class StandingsExportCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Spec
  private CommandSpec spec;

  @Mixin
  private ServerOptions options;

  @Option(names = "--out", paramLabel = "S.csv", required = true, description = "写到此文件 where to")
  private Path out;

  @Option(names = "--as-known", paramLabel = "DATE",
      description = "按这一日终了时所知（默认全部所知） what was known at the end of this day; default: all")
  private @Nullable LocalDate known;

  @Override
  public Integer call() {
    Map<String, Object> properties = new HashMap<>(options.properties());
    properties.putIfAbsent("server.port", 0);
    PrintWriter err = spec.commandLine().getErr();
    try (ConfigurableApplicationContext server = XinghengServer.start(properties, XinghengServer.BEIJING)) {
      said(write(server.getBean(StandingsDesk.class), err), err);
      return 0;
    } catch (LawFault fault) {
      err.println(fault.getMessage());
    } catch (IOException failed) {
      err.println("xingheng standings export: 读写失败 reading or writing failed: " + failed.getMessage());
      err.println("Maybe the folder is missing or closed to you, or the disk is full.");
    }
    err.flush();
    return UNUSABLE;
  }

  /** Writes beside the place, and moves there when all is well. */
  private StandingsDesk.Result write(StandingsDesk desk, PrintWriter err) throws IOException {
    Path folder = out.toAbsolutePath().normalize().getParent();
    Path part = Files.createTempFile(folder == null ? Path.of("/") : folder, ".standings", ".part");
    try {
      StandingsDesk.Result result;
      try (Writer writer = Files.newBufferedWriter(part)) {
        result =
            desk.export(
                known, out.toString(), writer,
                done -> {
                  err.print("\r" + done);
                  err.flush();
                });
      }
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return result;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void said(StandingsDesk.Result result, PrintWriter err) {
    err.println("\r" + result.codes() + " 个编码 codes, " + result.rows() + " 行 rows");
    result.left().forEach(province -> err.println("没有规则版本，未写出 no edition, left out: " + province));
    result.emergencyRefused().forEach(
        province -> err.println("匹配时请加 --emergency-at-stopped-institution refused when matching: " + province));
    err.flush();
  }
}
