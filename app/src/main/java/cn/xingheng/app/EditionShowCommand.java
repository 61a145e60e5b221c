package cn.xingheng.app;

import cn.xingheng.law.editions.EditionJson;
import cn.xingheng.law.editions.EditionReader;
import cn.xingheng.law.editions.EditionText;
import cn.xingheng.law.editions.Editions;
import cn.xingheng.law.yaml.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** 「版本内容命令」 {@code xingheng edition show}: parameters, items, rules and readings, each with its article. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {"显示一个版本：参数、条目、规则、读法及其理由，各附条文。", "Shows one edition, each entry with its article."},
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {"0:完成 done", "2:版本不能用 the edition cannot be used"})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class EditionShowCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "ID|FILE", description = "版本名或文件 the id of a shipped edition, or a file")
  private String edition;

  @Option(names = "--json", description = "以 JSON 输出 as one JSON object")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return EditionCommand.reading(spec.commandLine().getErr(), () -> {
      Source source = Editions.source(edition, Path.of(""));
      if (json) {
        out.println(EditionJson.edition(source));
      } else {
        EditionText.lines(EditionReader.read(source)).forEach(out::println);
      }
      out.flush();
      return 0;
    });
  }
}
