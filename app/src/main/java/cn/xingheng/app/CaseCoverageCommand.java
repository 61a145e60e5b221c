package cn.xingheng.app;

import cn.xingheng.law.cases.Answers;
import cn.xingheng.law.cases.Coverage;
import cn.xingheng.law.cases.CoverageTable;
import cn.xingheng.law.yaml.LawFault;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** 「案例覆盖命令」 {@code xingheng case coverage}: on how many cases each point of the law turns, and which on none. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    description = {
      "统计各版本的条目、门槛、期限、读法、义务和不予受理各由多少案例检验。",
      "Counts the cases that turn on each item, threshold, deadline, reading, duty and refusal of the editions."
    },
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {
      "0:每一点都有案例 every point has a case",
      "1:有的点没有案例 a point has none",
      "2:有文件不能读取 a file cannot be read"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class CaseCoverageCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;
  private static final Path SHIPPED = Path.of("law", "cases", "good");

  @Spec
  private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "案例文件夹（默认为随附的案例） default: the shipped cases")
  private @Nullable Path folder;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      CoverageTable table = Coverage.of(folder == null ? shipped() : folder, Answers.FACTORY);
      table.lines().forEach(out::println);
      List<String> empty = table.empty();
      empty.forEach(point -> out.println("没有案例 NO CASE: " + point));
      out.println(empty.size() + " empty");
      out.flush();
      return empty.isEmpty() ? 0 : 1;
    } catch (LawFault fault) {
      spec.commandLine().getErr().println(fault.getMessage());
      spec.commandLine().getErr().flush();
      return UNUSABLE;
    }
  }

  /** The folder of the shipped cases: from here, or from where the program stands. */
  private Path shipped() {
    try {
      Path program = Path.of(CaseCoverageCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path from = program; from != null; from = from.getParent()) {
        if (Files.isDirectory(from.resolve(SHIPPED))) {
          return from.resolve(SHIPPED);
        }
      }
    } catch (URISyntaxException cause) {
      throw new IllegalStateException(cause);
    }
    if (Files.isDirectory(SHIPPED)) {
      return SHIPPED;
    }
    throw new ParameterException(spec.commandLine(), "找不到随附的案例，请写明文件夹 the shipped cases are not here: name a FOLDER");
  }
}
