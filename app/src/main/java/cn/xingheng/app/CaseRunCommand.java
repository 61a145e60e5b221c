package cn.xingheng.app;

import cn.xingheng.law.cases.Answers;
import cn.xingheng.law.cases.CaseEditions;
import cn.xingheng.law.cases.CaseJudge;
import cn.xingheng.law.cases.CaseReport;
import cn.xingheng.law.cases.CaseRunner;
import cn.xingheng.law.cases.JsonReport;
import cn.xingheng.law.cases.TextReport;
import cn.xingheng.law.editions.Editions;
import cn.xingheng.law.yaml.LawFault;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** 「运行案例命令」 {@code xingheng case run}: every case of the files, the failures with their trails, the sum. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {"运行案例，列出不符之处及依据。", "Runs every case; prints each failure with its trail."},
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {
      "0:全部相符 all pass",
      "1:有案例不符 a case failed",
      "2:有文件不能读取 a file cannot be read"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class CaseRunCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Spec
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER",
      description = "案例文件或文件夹（.yaml、.yml、.jsonl） case files, or folders of them")
  private List<Path> paths;

  @Option(names = "--json", description = "每个案例输出一个 JSON 对象 one JSON object per case")
  private boolean json;

  @Option(names = "--edition", paramLabel = "ID=COPY.yaml",
      description = "另按 COPY.yaml 运行以 ID 为版本的案例，列出结论有变化的案例 "
          + "runs cases of edition ID under COPY.yaml, too, and prints each that changes with both answers")
  private Map<String, Path> editions = Map.of();

  @Mixin
  private Holidays holidays;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    CaseEditions known;
    try {
      known = holidays.editions();
      editions.values().forEach(copy -> Editions.load(copy.toAbsolutePath().toString(), Path.of("")));
    } catch (LawFault fault) {
      err.println(fault.getMessage());
      err.flush();
      return UNUSABLE;
    }
    CaseReport report = json ? new JsonReport(out, err) : new TextReport(out, err);
    CaseJudge judge = new CaseJudge(known, Answers.FACTORY);
    return new CaseRunner(judge, editions).run(paths, report).exitCode();
  }
}
