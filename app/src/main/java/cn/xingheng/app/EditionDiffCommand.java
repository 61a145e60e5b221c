package cn.xingheng.app;

import cn.xingheng.law.editions.Change;
import cn.xingheng.law.editions.Differences;
import cn.xingheng.law.editions.EditionJson;
import cn.xingheng.law.editions.Editions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** 「版本比较命令」 {@code xingheng edition diff}: what two editions say differently, place by place. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {"逐处比较两个版本：位置、原值、新值、条文。", "Compares two editions: path, old, new, article."},
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {"0:相同 equal", "1:不同 different", "2:版本不能用 an edition cannot be used"})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class EditionDiffCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "原版本 the id or file of the first edition")
  private String one;

  @Parameters(index = "1", paramLabel = "B", description = "新版本 the id or file of the second edition")
  private String other;

  @Option(names = "--json", description = "以 JSON 输出 as one JSON array of {path, old, new, article}")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return EditionCommand.reading(spec.commandLine().getErr(), () -> {
      Path here = Path.of("");
      List<Change> changes = Differences.between(Editions.source(one, here), Editions.source(other, here));
      if (json) {
        out.println(EditionJson.changes(changes));
      } else {
        changes.forEach(change -> out.println(line(change)));
        out.println(changes.isEmpty() ? "没有不同 no differences" : "共 " + changes.size() + " 处不同 differences");
      }
      out.flush();
      return changes.isEmpty() ? 0 : 1;
    });
  }

  private static String line(Change change) {
    String articles = change.articles().isEmpty() ? "" : "  " + change.articles();
    return change.path() + ": " + shown(change.before()) + " → " + shown(change.after()) + articles;
  }

  private static String shown(@Nullable String value) {
    return value == null ? "（无）" : value;
  }
}
